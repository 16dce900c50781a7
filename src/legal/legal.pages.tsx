import type { Child } from 'hono/jsx';
import { accessibilityMention } from '../content/index.ts';
import { anyone, page, type Route, refuse, route, type Visit } from '../web/index.ts';
import { AccessibilityStatement } from './accessibility.tsx';
import { Budget, Contact } from './contact.tsx';
import { PersonalData } from './personal-data.tsx';
import { LegalNotice, Terms } from './terms.tsx';

export const legalRoutes: Route[] = [
  route('GET', '/accessibilite', anyone, (visit) => {
    const audit = visit.app.content.accessibility;
    return show(
      visit,
      accessibilityMention(audit),
      <AccessibilityStatement audit={audit} {...visit.app.settings} />,
    );
  }),
  route('GET', '/mentions-legales', anyone, (visit) =>
    show(visit, 'Mentions légales', <LegalNotice {...visit.app.settings} />),
  ),
  route('GET', '/donnees-personnelles', anyone, (visit) =>
    show(visit, 'Données personnelles', <PersonalData {...visit.app.settings} />),
  ),
  route('GET', '/cgu', anyone, (visit) =>
    show(visit, 'Conditions d’utilisation', <Terms {...visit.app.settings} />),
  ),
  route('GET', '/budget', anyone, (visit) => show(visit, 'Budget', <Budget {...visit.app.settings} />)),
  route('GET', '/contact', anyone, (visit) => show(visit, 'Contact', <Contact {...visit.app.settings} />)),
  route('GET', '/.well-known/security.txt', anyone, showSecurityContact),
];

function show(visit: Visit, title: string, content: Child): Response {
  return page(
    visit,
    { title, narrow: true },
    <div class="statement">
      <h1>{title}</h1>
      {content}
    </div>,
  );
}

const SIX_MONTHS_MS = 182 * 24 * 3_600_000;

/**
 * RFC 9116. Only what the operator said is repeated: the name a request gives itself may be anybody’s, and this answer is
 * kept by caches. Without an address of the site nor of somebody, there is nobody to tell, and no such page.
 */
function showSecurityContact(visit: Visit): Response {
  const { app, http } = visit;
  const { operator, publicUrl } = app.settings;
  const origin = publicUrl && new URL(publicUrl).origin;
  if (!origin && !operator.securityEmail) return refuse(visit, 'absent');
  const expires = new Date(Math.floor(app.now().getTime() / 86_400_000) * 86_400_000 + SIX_MONTHS_MS);
  const lines = [
    ...(operator.securityEmail ? [`Contact: mailto:${operator.securityEmail}`] : []),
    ...(origin ? [`Contact: ${origin}/contact`] : []),
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    ...(origin ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
  ];
  return http.text(`${lines.join('\n')}\n`, 200, { 'Cache-Control': 'public, max-age=86400' });
}
