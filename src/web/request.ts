import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Content } from '../content/index.ts';
import type { Database } from '../database/index.ts';
import type { Assets } from './assets.ts';

/** A provider of identity by OpenID Connect. */
export type IdentityProvider = {
  /** In addresses: « proconnect », « academie ». */
  id: string;
  /** As the button says it. */
  label: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** With the exact behaviours of ProConnect: signed userinfo, its own names, no parameter it does not document. */
  proconnect: boolean;
};

/** What only the organisation that runs the service can say; a blank is shown where it says nothing. */
export type Operator = {
  /** Who publishes, with what it is: « Rectorat de l’académie de… ». */
  name?: string;
  address?: string;
  phone?: string;
  email?: string;
  /** Who answers for what is published: name and function. */
  director?: string;
  /** Who hosts: name, address, telephone. */
  host?: string;
  /** Who decides of the processing of staff’s data, and by what right. */
  controller?: string;
  legalBasis?: string;
  /** How to reach the data protection officer. */
  officer?: string;
  /** Where the data are: country, backups and how long they last. */
  storage?: string;
  /** Who may reach the database technically, and under what rules. */
  access?: string;
  /** Which law and which court. */
  disputes?: string;
  /** What the service costs in a year, and who pays. */
  budget?: string;
  /** Where flaws are told. */
  securityEmail?: string;
};

/** What the environment decides; read once in `main.ts`. */
export type Settings = {
  /** The demonstration: fictitious people to sign in as, mails read on a page. */
  demonstration: boolean;
  /** Served by the State: its brand and typeface may be shown. */
  official: boolean;
  /** Address the site is reached at, when it is not the one of the request (behind a proxy). */
  publicUrl: string | null;
  /** Trust X-Forwarded-For and X-Forwarded-Proto, set by a proxy of ours. */
  behindProxy: boolean;
  identityProviders: readonly IdentityProvider[];
  /** Roles that open the files of young people or act for a school ask for two factors. */
  strongSignIn: boolean;
  /** What a reader of `/metrics` must know; without it, the page does not exist. */
  metricsToken?: string;
  operator: Operator;
  /** The private key badges are signed with, as a JWK; without it, only the demonstration makes badges. */
  badgeKey?: string;
};

export type Mail = { to: string; subject: string; text: string; headers?: Record<string, string> };
export type Mailer = (mail: Mail) => Promise<void>;

/** What is counted besides requests. */
export type Happening = 'answer' | 'sign-in-failed' | 'incident';
export type Watch = {
  /** `route` is a pattern of address, never an address. */
  request(method: string, route: string, status: number, seconds: number): void;
  happened(what: Happening): void;
};

/** What a page may use. Time is an argument, so that tests can choose it. */
export type Application = {
  db: Kysely<Database>;
  content: Content;
  assets: Assets;
  settings: Settings;
  sendMail: Mailer;
  now: () => Date;
  /** True once the process has been asked to leave, while it still serves. */
  isLeaving?: () => boolean;
  /** Reads what may be a little old where that costs answers nothing; the database itself, where there is no replica. */
  readFigures?: <Result>(work: (db: Kysely<Database>) => Promise<Result>) => Promise<Result>;
  /** Counts what happens, where the operator asked for it. */
  watch?: Watch & { read(): Promise<string> };
};

/** Who is looking: a person signed in, and what they may do. */
export type Viewer = {
  personId: string;
  auditActor: string;
  name: string;
  email: string | null;
  profession: string | null;
  welcomed: boolean;
  demonstration: boolean;
  memberships: readonly Membership[];
  /** They asked to read each answer again before it is recorded. */
  rereadsAnswers?: boolean;
  /** Roles this session does not open, because it was opened with one factor alone. */
  withheld?: readonly Membership[];
  /** Half of the key of what their browser keeps encrypted: the same for a whole session, never again after it. */
  share?: string;
};
export type Membership = {
  role: 'agent' | 'referent' | 'direction' | 'formateur' | 'academie' | 'national';
  school: string | null;
  academie: string | null;
  /** Said by the person alone, and confirmed by nobody yet: it opens nothing that is about others. */
  declared?: true;
};

/** One visit of one route by somebody the route is for. */
export type Visit<V extends Viewer | null = Viewer | null> = {
  http: Context;
  app: Application;
  viewer: V;
};

export type Handler<V extends Viewer | null> = (visit: Visit<V>) => Promise<Response> | Response;
