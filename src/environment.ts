import { createPrivateKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Level } from './log/index.ts';
import { ROOT } from './root.ts';
import type { IdentityProvider, Operator, Settings } from './web/index.ts';

export type Environment = {
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  /** A replica that figures are read from, as long as it is not further behind. */
  replica: { url: string; maxLagSeconds: number } | null;
  smtp: { url: string; from: string } | null;
  /** How long requests are served after a SIGTERM. */
  drainSeconds: number;
  log: { level: Level; format: 'text' | 'json' };
  /** Null where nothing is counted; with a port, `/metrics` also answers there, on this machine alone. */
  metrics: { port: number | null } | null;
  settings: Settings;
};

/** More than the five seconds a connection stays open without a request, so that none is closed under somebody. */
const DRAIN_SECONDS = 7;
const LONGEST_DRAIN_SECONDS = 600;
const REPLICA_MAX_LAG_SECONDS = 30;
const TOKEN = /^\S{16,}$/;
const LEVELS = new Set<string>(['debug', 'info', 'warn', 'error'] satisfies Level[]);
const DEFAULT_DATA = join(ROOT, 'var/data');

/** What the environment decides, or one line saying what is wrong with it. */
export function readEnvironment(
  variables: Record<string, string | undefined>,
): Environment | { refused: string } {
  const port = Number(variables.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return { refused: `PORT=${variables.PORT} n’est pas un numéro de port (1 à 65535).` };
  }
  const demonstration = variables.DEMO !== '0';
  const operation = readOperation(variables, demonstration);
  if ('refused' in operation) return operation;
  const smtpUrl = variables.SMTP_URL;
  if (!demonstration && !smtpUrl) {
    return {
      refused:
        'SMTP_URL manque : sans serveur d’envoi, personne ne peut recevoir son code de connexion (ou DEMO=1 pour la démonstration).',
    };
  }
  if (smtpUrl && !/^smtps?:\/\//.test(smtpUrl)) {
    return { refused: 'SMTP_URL n’est pas une adresse smtp:// ou smtps://.' };
  }
  const replicaUrl = variables.DATABASE_REPLICA_URL;
  if (replicaUrl && !/^postgres(ql)?:\/\//.test(replicaUrl)) {
    return { refused: 'DATABASE_REPLICA_URL n’est pas une adresse postgres://.' };
  }
  const maxLagSeconds = Number(variables.REPLICA_MAX_LAG_SECONDS || REPLICA_MAX_LAG_SECONDS);
  if (!(maxLagSeconds > 0)) {
    return {
      refused: `REPLICA_MAX_LAG_SECONDS=${variables.REPLICA_MAX_LAG_SECONDS} n’est pas un nombre de secondes.`,
    };
  }
  const publicUrl = variables.PUBLIC_URL || null;
  if (publicUrl && !(/^https?:\/\//.test(publicUrl) && URL.canParse(publicUrl))) {
    return { refused: 'PUBLIC_URL n’est pas une adresse http:// ou https://.' };
  }
  if (!demonstration && !publicUrl) {
    return {
      refused:
        'PUBLIC_URL manque : sans elle, un courriel donnerait l’adresse que la requête prétend être la nôtre (ou DEMO=1 pour la démonstration).',
    };
  }
  const badgeKey = variables.BADGE_KEY;
  if (badgeKey && !isPrivateKey(badgeKey)) {
    return { refused: 'BADGE_KEY n’est pas une clé privée au format JWK (RSA, EC P-256 ou Ed25519).' };
  }
  const identityProviders = readProviders(variables);
  if ('refused' in identityProviders) return identityProviders;
  const operator = readOperator(variables);
  if ('refused' in operator) return operator;
  return {
    port,
    dataDir: variables.DATA_DIR || DEFAULT_DATA,
    databaseUrl: variables.DATABASE_URL || undefined,
    replica: replicaUrl ? { url: replicaUrl, maxLagSeconds } : null,
    smtp: smtpUrl ? { url: smtpUrl, from: variables.MAIL_FROM || 'ne-pas-repondre@localhost' } : null,
    ...operation,
    settings: {
      demonstration,
      official: variables.SERVICE_OFFICIEL === '1',
      publicUrl,
      behindProxy: variables.BEHIND_PROXY === '1',
      ...(badgeKey && { badgeKey }),
      ...(variables.METRICS_TOKEN && { metricsToken: variables.METRICS_TOKEN }),
      identityProviders,
      strongSignIn: variables.STRONG_SIGN_IN === '1',
      operator: operator.said,
    },
  };
}

/** What only those who run the application care about. */
function readOperation(
  variables: Record<string, string | undefined>,
  demonstration: boolean,
): Pick<Environment, 'drainSeconds' | 'log' | 'metrics'> | { refused: string } {
  const drainSeconds = Number(variables.DRAIN_SECONDS || (demonstration ? 0 : DRAIN_SECONDS));
  if (!(drainSeconds >= 0 && drainSeconds <= LONGEST_DRAIN_SECONDS)) {
    return {
      refused: `DRAIN_SECONDS=${variables.DRAIN_SECONDS} n’est pas un nombre de secondes (0 à ${LONGEST_DRAIN_SECONDS}).`,
    };
  }
  const level = variables.LOG_LEVEL || 'info';
  if (!LEVELS.has(level)) return { refused: `LOG_LEVEL=${level} : ${[...LEVELS].join(', ')}.` };
  const format = variables.LOG_FORMAT || (demonstration ? 'text' : 'json');
  if (format !== 'text' && format !== 'json') return { refused: `LOG_FORMAT=${format} : text ou json.` };
  const metricsToken = variables.METRICS_TOKEN;
  if (metricsToken && !TOKEN.test(metricsToken)) {
    return { refused: 'METRICS_TOKEN : seize caractères au moins, sans espace.' };
  }
  const metricsPort = variables.METRICS_PORT ? Number(variables.METRICS_PORT) : null;
  if (metricsPort !== null && !(Number.isInteger(metricsPort) && metricsPort > 0 && metricsPort <= 65535)) {
    return { refused: `METRICS_PORT=${variables.METRICS_PORT} n’est pas un numéro de port (1 à 65535).` };
  }
  return {
    drainSeconds,
    log: { level: level as Level, format },
    metrics: metricsToken || metricsPort ? { port: metricsPort } : null,
  };
}

/** A JWK with its private part; what is wrong is not repeated, it may be a secret. */
function isPrivateKey(text: string): boolean {
  try {
    const key = createPrivateKey({ key: JSON.parse(text), format: 'jwk' });
    return key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'ed25519' || isP256(key);
  } catch {
    return false;
  }
}

function isP256({ asymmetricKeyDetails }: KeyObject): boolean {
  return asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/** What legal pages say of whoever runs the service, one variable each. */
const OPERATOR = {
  OPERATOR_NAME: 'name',
  OPERATOR_ADDRESS: 'address',
  OPERATOR_PHONE: 'phone',
  OPERATOR_EMAIL: 'email',
  OPERATOR_DIRECTOR: 'director',
  OPERATOR_HOST: 'host',
  OPERATOR_CONTROLLER: 'controller',
  OPERATOR_LEGAL_BASIS: 'legalBasis',
  OPERATOR_OFFICER: 'officer',
  OPERATOR_STORAGE: 'storage',
  OPERATOR_ACCESS: 'access',
  OPERATOR_DISPUTES: 'disputes',
  OPERATOR_BUDGET: 'budget',
  OPERATOR_SECURITY_EMAIL: 'securityEmail',
} as const satisfies Record<string, keyof Operator>;

function readOperator(
  variables: Record<string, string | undefined>,
): { said: Operator } | { refused: string } {
  const unknown = Object.keys(variables).find((name) => name.startsWith('OPERATOR_') && !(name in OPERATOR));
  if (unknown) {
    return {
      refused: `${unknown} n’existe pas. Les mentions possibles : ${Object.keys(OPERATOR).join(', ')}.`,
    };
  }
  const said: Operator = {};
  for (const [variable, what] of Object.entries(OPERATOR)) {
    const text = variables[variable]?.trim() ?? '';
    if (text === '') continue;
    if (variable.endsWith('EMAIL') && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)) {
      return { refused: `${variable} n’est pas une adresse électronique.` };
    }
    said[what] = text;
  }
  return { said };
}

/** ProConnect, and one more of the operator’s choice: three variables each, all or none. */
function readProviders(
  variables: Record<string, string | undefined>,
): IdentityProvider[] | { refused: string } {
  const providers: IdentityProvider[] = [];
  for (const [prefix, id, label] of [
    ['PROCONNECT', 'proconnect', 'ProConnect'],
    ['OIDC', 'academie', variables.OIDC_LABEL || 'le guichet de votre académie'],
  ] as const) {
    const names = [`${prefix}_ISSUER`, `${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
    const [issuer, clientId, clientSecret] = names.map((name) => variables[name] ?? '');
    const missing = names.filter((name) => !variables[name]);
    if (missing.length === names.length) continue;
    if (missing.length > 0) {
      return { refused: `${missing.join(', ')} manque : il faut ${names.join(', ')}, ou aucune.` };
    }
    if (!/^https?:\/\//.test(issuer!) || !URL.canParse(issuer!)) {
      return { refused: `${prefix}_ISSUER n’est pas une adresse https://.` };
    }
    providers.push({
      id,
      label,
      issuer: issuer!,
      clientId: clientId!,
      clientSecret: clientSecret!,
      proconnect: prefix === 'PROCONNECT',
    });
  }
  return providers;
}
