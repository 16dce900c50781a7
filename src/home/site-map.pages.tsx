import { anyone, page, type Route, route, type Visit } from '../web/index.ts';
import { siteMapFor } from './site-map.ts';

export const siteMapRoutes: Route[] = [route('GET', '/plan-du-site', anyone, showSiteMap)];

/** The other way to go anywhere, beside the menu. */
function showSiteMap(visit: Visit): Response {
  const { viewer } = visit;
  return page(
    visit,
    { title: 'Plan du site' },
    <>
      <h1>Plan du site</h1>
      <p class="lede">
        {viewer
          ? 'Toutes les pages qui vous sont ouvertes, rangées par besoin.'
          : 'Toutes les pages, rangées par besoin. Les deux premières parties et la dernière se lisent sans compte ; les autres s’ouvrent après connexion.'}
      </p>
      <div class="site-map">
        {siteMapFor(viewer).map(({ title, places }) => (
          <section>
            <h2>{title}</h2>
            <ul>
              {places.map(({ href, text }) => (
                <li>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>,
  );
}
