-- Written by « npm run schema » from the migrations: do not edit.

create table academie (
  code text not null,
  name text not null,
  constraint academie_pkey PRIMARY KEY (code),
  constraint academie_name_key UNIQUE (name),
  constraint academie_code_check CHECK ((code ~ '^[0-9]{2}$'::text))
);

create table access_secret (
  follow_up_id uuid not null,
  secret_hash bytea,
  created_by uuid,
  created_at timestamp with time zone not null,
  session_hash bytea,
  session_until timestamp with time zone,
  constraint access_secret_pkey PRIMARY KEY (follow_up_id),
  constraint access_secret_secret_hash_key UNIQUE (secret_hash),
  constraint access_secret_session_hash_key UNIQUE (session_hash),
  constraint access_secret_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint access_secret_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint access_secret_check CHECK (((session_hash IS NULL) = (session_until IS NULL))),
  constraint access_secret_secret_hash_check CHECK ((length(secret_hash) = 32)),
  constraint access_secret_session_hash_check CHECK ((length(session_hash) = 32))
);

create table action_adaptation (
  id uuid not null,
  person_id uuid not null,
  school text,
  shown boolean not null,
  action text not null,
  title text not null,
  kept text not null,
  changed text not null,
  with_whom text not null,
  first_step text not null,
  first_day date,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint action_adaptation_pkey PRIMARY KEY (id),
  constraint action_adaptation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint action_adaptation_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint action_adaptation_action_check CHECK (((length(action) >= 1) AND (length(action) <= 36))),
  constraint action_adaptation_changed_check CHECK ((length(changed) <= 600)),
  constraint action_adaptation_check CHECK (((school IS NOT NULL) OR (NOT shown))),
  constraint action_adaptation_first_step_check CHECK (((length(first_step) >= 1) AND (length(first_step) <= 300))),
  constraint action_adaptation_kept_check CHECK ((length(kept) <= 600)),
  constraint action_adaptation_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint action_adaptation_with_whom_check CHECK ((length(with_whom) <= 300))
);
CREATE INDEX action_adaptation_person ON public.action_adaptation USING btree (person_id);
CREATE INDEX action_adaptation_school ON public.action_adaptation USING btree (school) WHERE shown;

create table action_document (
  id text not null,
  title text not null,
  summary text not null,
  details text not null,
  words tsvector generated always as (words_of(title, summary, details)) stored not null,
  constraint action_document_pkey PRIMARY KEY (id)
);

create table action_proposal (
  id uuid not null,
  author uuid,
  school text not null,
  academie text not null,
  status text not null,
  title text not null,
  summary text not null,
  details text not null,
  partners text not null,
  observed text not null,
  levels text[] not null,
  field text,
  themes text[] not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  reviewer uuid,
  reviewed_at timestamp with time zone,
  message text,
  words tsvector generated always as (words_of(title, summary, ((details || ' '::text) || partners))) stored not null,
  constraint action_proposal_pkey PRIMARY KEY (id),
  constraint action_proposal_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint action_proposal_author_fkey FOREIGN KEY (author) REFERENCES person(id) ON DELETE SET NULL,
  constraint action_proposal_reviewer_fkey FOREIGN KEY (reviewer) REFERENCES person(id) ON DELETE SET NULL,
  constraint action_proposal_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint action_proposal_check CHECK (((status = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (sent_at IS NOT NULL))),
  constraint action_proposal_check1 CHECK (((status <> ALL (ARRAY['changes'::text, 'declined'::text, 'published'::text])) OR (reviewed_at IS NOT NULL))),
  constraint action_proposal_check2 CHECK (((status <> ALL (ARRAY['changes'::text, 'declined'::text])) OR (message IS NOT NULL))),
  constraint action_proposal_check3 CHECK (((status = 'draft'::text) OR ((title <> ''::text) AND (summary <> ''::text) AND (cardinality(levels) > 0) AND (field IS NOT NULL) AND (cardinality(themes) > 0)))),
  constraint action_proposal_check4 CHECK (((author IS NOT NULL) OR (status = 'published'::text))),
  constraint action_proposal_details_check CHECK ((length(details) <= 1500)),
  constraint action_proposal_field_check CHECK ((field = ANY (ARRAY['prévention'::text, 'intervention'::text, 'remédiation'::text]))),
  constraint action_proposal_message_check CHECK (((length(message) >= 1) AND (length(message) <= 600))),
  constraint action_proposal_observed_check CHECK ((length(observed) <= 600)),
  constraint action_proposal_partners_check CHECK ((length(partners) <= 300)),
  constraint action_proposal_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'waiting'::text, 'changes'::text, 'declined'::text, 'published'::text, 'withdrawn'::text]))),
  constraint action_proposal_summary_check CHECK ((length(summary) <= 600)),
  constraint action_proposal_title_check CHECK ((length(title) <= 120))
);
CREATE INDEX action_proposal_academie ON public.action_proposal USING btree (academie, status);
CREATE INDEX action_proposal_author ON public.action_proposal USING btree (author);
CREATE INDEX action_proposal_reviewer ON public.action_proposal USING btree (reviewer);

create table alert (
  id uuid not null,
  school text not null,
  number integer not null,
  author uuid,
  follow_up_id uuid,
  signals text[] not null,
  level text,
  observed_on date not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  outcome text,
  advice text[] default '{}'::text[] not null,
  decided_at timestamp with time zone,
  code text,
  word text,
  constraint alert_pkey PRIMARY KEY (id),
  constraint alert_school_number_key UNIQUE (school, number),
  constraint alert_author_fkey FOREIGN KEY (author) REFERENCES person(id) ON DELETE SET NULL,
  constraint alert_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint alert_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint alert_about_check CHECK (((code IS NOT NULL) OR (level IS NOT NULL))),
  constraint alert_advice_check CHECK ((cardinality(advice) <= 3)),
  constraint alert_check CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  constraint alert_check1 CHECK (((outcome IS NULL) OR (read_at IS NOT NULL))),
  constraint alert_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$'::text)),
  constraint alert_level_check CHECK ((level = ANY (ARRAY['ecole'::text, '6e'::text, '5e'::text, '4e'::text, '3e'::text, '2de'::text, '1re'::text, 'terminale'::text, 'cap-1'::text, 'cap-2'::text, '2de-pro'::text, '1re-pro'::text, 'terminale-pro'::text, 'autre'::text]))),
  constraint alert_number_check CHECK ((number > 0)),
  constraint alert_outcome_check CHECK ((outcome = ANY (ARRAY['opened'::text, 'already-followed'::text, 'watch'::text, 'handed-over'::text, 'no-need'::text]))),
  constraint alert_signals_check CHECK (((cardinality(signals) >= 1) AND (cardinality(signals) <= 5))),
  constraint alert_word_check CHECK (((length(word) >= 1) AND (length(word) <= 140)))
);
CREATE INDEX alert_author ON public.alert USING btree (author, created_at);
CREATE INDEX alert_follow_up ON public.alert USING btree (follow_up_id);
CREATE INDEX alert_unattached ON public.alert USING btree (created_at) WHERE (follow_up_id IS NULL);
CREATE INDEX alert_waiting ON public.alert USING btree (school) WHERE (decided_at IS NULL);

create table answer (
  evaluation_id uuid not null,
  "position" smallint not null,
  response jsonb not null,
  credit smallint not null,
  answered_at timestamp with time zone not null,
  reread boolean default false not null,
  constraint answer_pkey PRIMARY KEY (evaluation_id, "position"),
  constraint answer_evaluation_id_position_fkey FOREIGN KEY (evaluation_id, "position") REFERENCES served_question(evaluation_id, "position") ON DELETE CASCADE,
  constraint answer_credit_check CHECK (((credit >= 0) AND (credit <= 10)))
);

create table attestation (
  code text not null,
  person_id uuid not null,
  initials text not null,
  first_day date not null,
  last_day date not null,
  minutes integer not null,
  finished jsonb not null,
  made_at timestamp with time zone not null,
  constraint attestation_pkey PRIMARY KEY (code),
  constraint attestation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint attestation_check CHECK ((last_day >= first_day)),
  constraint attestation_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text)),
  constraint attestation_initials_check CHECK (((length(initials) >= 1) AND (length(initials) <= 12))),
  constraint attestation_minutes_check CHECK ((minutes > 0))
);
CREATE INDEX attestation_person ON public.attestation USING btree (person_id, made_at);

create table audit_event (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor uuid,
  action text not null,
  subject text not null,
  constraint audit_event_pkey PRIMARY KEY (id),
  constraint audit_event_action_check CHECK (((length(action) >= 1) AND (length(action) <= 80))),
  constraint audit_event_subject_check CHECK ((length(subject) <= 200))
);
CREATE INDEX audit_event_at ON public.audit_event USING brin (at);

create table badge (
  id uuid not null,
  place integer not null,
  person_id uuid not null,
  achievement text not null,
  confirmation_id uuid,
  token text not null,
  made_at timestamp with time zone not null,
  constraint badge_pkey PRIMARY KEY (id),
  constraint badge_place_key UNIQUE (place),
  constraint badge_confirmation_id_fkey FOREIGN KEY (confirmation_id) REFERENCES peer_confirmation(id) ON DELETE CASCADE,
  constraint badge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint badge_place_fkey FOREIGN KEY (place) REFERENCES badge_status(place),
  constraint badge_achievement_check CHECK ((achievement ~ '^(parcours-\d|pratique-\d\.\d)$'::text)),
  constraint badge_check CHECK (((confirmation_id IS NULL) = (achievement ~~ 'parcours-%'::text))),
  constraint badge_token_check CHECK (((length(token) >= 100) AND (length(token) <= 20000)))
);
CREATE UNIQUE INDEX badge_of_path ON public.badge USING btree (person_id, achievement) WHERE (confirmation_id IS NULL);
CREATE UNIQUE INDEX badge_of_practice ON public.badge USING btree (confirmation_id) WHERE (confirmation_id IS NOT NULL);

create table badge_key (
  thumbprint text not null,
  public_key jsonb not null,
  private_key jsonb,
  made_at timestamp with time zone not null,
  constraint badge_key_pkey PRIMARY KEY (thumbprint),
  constraint badge_key_public_key_check CHECK ((NOT (public_key ? 'd'::text))),
  constraint badge_key_thumbprint_check CHECK ((length(thumbprint) = 43))
);

create table badge_status (
  place integer not null,
  badge_id uuid not null,
  revoked_at timestamp with time zone,
  constraint badge_status_pkey PRIMARY KEY (place),
  constraint badge_status_badge_id_key UNIQUE (badge_id),
  constraint badge_status_place_check CHECK (((place >= 0) AND (place <= 131071)))
);

create table campaign (
  id uuid not null,
  code text not null,
  school text,
  academie text,
  proposed_by uuid,
  title text not null,
  opening text not null,
  from_day date not null,
  until_day date not null,
  competences text[] not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  reminded_at timestamp with time zone,
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_code_key UNIQUE (code),
  constraint campaign_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint campaign_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint campaign_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint campaign_check CHECK ((until_day >= from_day)),
  constraint campaign_check1 CHECK ((num_nonnulls(school, academie) = 1)),
  constraint campaign_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'::text)),
  constraint campaign_opening_check CHECK ((length(opening) <= 1500)),
  constraint campaign_title_check CHECK (((length(title) >= 1) AND (length(title) <= 80)))
);
CREATE INDEX campaign_academie ON public.campaign USING btree (academie) WHERE (academie IS NOT NULL);
CREATE INDEX campaign_school ON public.campaign USING btree (school) WHERE (school IS NOT NULL);

create table campaign_member (
  campaign_id uuid not null,
  person_id uuid not null,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  levels_at timestamp with time zone,
  listed_at timestamp with time zone,
  reminders_at timestamp with time zone,
  link_id uuid not null,
  link_key bytea not null,
  constraint campaign_member_pkey PRIMARY KEY (campaign_id, person_id),
  constraint campaign_member_link_id_key UNIQUE (link_id),
  constraint campaign_member_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint campaign_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint campaign_member_check CHECK (((left_at IS NULL) OR (num_nonnulls(levels_at, listed_at, reminders_at) = 0))),
  constraint campaign_member_link_key_check CHECK ((length(link_key) = 32))
);
CREATE INDEX campaign_member_person ON public.campaign_member USING btree (person_id);

create table campaign_step (
  campaign_id uuid not null,
  place smallint not null,
  kind text not null,
  content_id text not null,
  constraint campaign_step_pkey PRIMARY KEY (campaign_id, place),
  constraint campaign_step_campaign_id_kind_content_id_key UNIQUE (campaign_id, kind, content_id),
  constraint campaign_step_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint campaign_step_check CHECK (((kind <> 'stage'::text) OR (content_id = ANY (ARRAY['1'::text, '2'::text, '3'::text])))),
  constraint campaign_step_kind_check CHECK ((kind = ANY (ARRAY['stage'::text, 'module'::text, 'dialogue'::text]))),
  constraint campaign_step_place_check CHECK ((place > 0))
);

create table case_study (
  id uuid not null,
  person_id uuid not null,
  dossier_id text not null,
  dossier_version integer not null,
  manner text not null,
  said_minutes smallint,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  diagnosis text default ''::text not null,
  proposals text default ''::text not null,
  revision integer default 0 not null,
  saved_at timestamp with time zone,
  hour_diagnosis text,
  hour_proposals text,
  marks jsonb default '{}'::jsonb not null,
  marked_at timestamp with time zone,
  constraint case_study_pkey PRIMARY KEY (id),
  constraint case_study_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint case_study_check CHECK ((finished_at >= started_at)),
  constraint case_study_check1 CHECK (((hour_diagnosis IS NULL) = (hour_proposals IS NULL))),
  constraint case_study_check2 CHECK (((manner = 'screen'::text) OR (hour_diagnosis IS NULL))),
  constraint case_study_check3 CHECK ((((manner = 'paper'::text) = (said_minutes IS NOT NULL)) OR (finished_at IS NULL))),
  constraint case_study_diagnosis_check CHECK ((length(diagnosis) <= 12000)),
  constraint case_study_dossier_id_check CHECK ((dossier_id ~ '^ec-[a-z0-9-]{2,60}$'::text)),
  constraint case_study_dossier_version_check CHECK ((dossier_version > 0)),
  constraint case_study_hour_diagnosis_check CHECK ((length(hour_diagnosis) <= 12000)),
  constraint case_study_hour_proposals_check CHECK ((length(hour_proposals) <= 12000)),
  constraint case_study_manner_check CHECK ((manner = ANY (ARRAY['screen'::text, 'paper'::text]))),
  constraint case_study_marks_check CHECK ((jsonb_typeof(marks) = 'object'::text)),
  constraint case_study_proposals_check CHECK ((length(proposals) <= 12000)),
  constraint case_study_revision_check CHECK ((revision >= 0)),
  constraint case_study_said_minutes_check CHECK (((said_minutes >= 1) AND (said_minutes <= 600)))
);
CREATE UNIQUE INDEX case_study_open ON public.case_study USING btree (person_id) WHERE (finished_at IS NULL);
CREATE INDEX case_study_person ON public.case_study USING btree (person_id);

create table case_study_pause (
  case_study_id uuid not null,
  number smallint not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint case_study_pause_pkey PRIMARY KEY (case_study_id, number),
  constraint case_study_pause_case_study_id_fkey FOREIGN KEY (case_study_id) REFERENCES case_study(id) ON DELETE CASCADE,
  constraint case_study_pause_check CHECK ((until_at >= from_at)),
  constraint case_study_pause_number_check CHECK (((number >= 1) AND (number <= 200)))
);
CREATE UNIQUE INDEX case_study_pause_open ON public.case_study_pause USING btree (case_study_id) WHERE (until_at IS NULL);

create table case_study_reader (
  id uuid not null,
  case_study_id uuid not null,
  email text not null,
  asked_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  declined_at timestamp with time zone,
  marks jsonb,
  word text,
  read_at timestamp with time zone,
  constraint case_study_reader_pkey PRIMARY KEY (id),
  constraint case_study_reader_case_study_id_email_key UNIQUE (case_study_id, email),
  constraint case_study_reader_case_study_id_fkey FOREIGN KEY (case_study_id) REFERENCES case_study(id) ON DELETE CASCADE,
  constraint case_study_reader_check CHECK (((marks IS NULL) = (read_at IS NULL))),
  constraint case_study_reader_check1 CHECK (((word IS NULL) OR (marks IS NOT NULL))),
  constraint case_study_reader_email_check CHECK ((length(email) <= 254)),
  constraint case_study_reader_marks_check CHECK ((jsonb_typeof(marks) = 'object'::text)),
  constraint case_study_reader_word_check CHECK (((length(word) >= 1) AND (length(word) <= 2000)))
);
CREATE INDEX case_study_reader_email ON public.case_study_reader USING btree (email);

create table case_study_reply (
  case_study_id uuid not null,
  question smallint not null,
  reply text not null,
  written_at timestamp with time zone not null,
  constraint case_study_reply_pkey PRIMARY KEY (case_study_id, question),
  constraint case_study_reply_case_study_id_fkey FOREIGN KEY (case_study_id) REFERENCES case_study(id) ON DELETE CASCADE,
  constraint case_study_reply_question_check CHECK (((question >= 1) AND (question <= 8))),
  constraint case_study_reply_reply_check CHECK ((length(reply) <= 2000))
);

create table certificate_registration (
  id uuid not null,
  academie text not null,
  opens_on date not null,
  closes_on date not null,
  place text not null,
  url text,
  source text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  constraint certificate_registration_pkey PRIMARY KEY (id),
  constraint certificate_registration_academie_opens_on_closes_on_key UNIQUE (academie, opens_on, closes_on),
  constraint certificate_registration_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint certificate_registration_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint certificate_registration_check CHECK ((closes_on >= opens_on)),
  constraint certificate_registration_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  constraint certificate_registration_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200))),
  constraint certificate_registration_url_check CHECK (((url ~ '^https://'::text) AND (length(url) <= 300)))
);
CREATE INDEX certificate_registration_entered_by ON public.certificate_registration USING btree (entered_by);

create table circle_member (
  id uuid not null,
  follow_up_id uuid not null,
  person_id uuid not null,
  role text not null,
  from_day date not null,
  until_day date not null,
  ended_at timestamp with time zone,
  granted_by uuid,
  constraint circle_member_pkey PRIMARY KEY (id),
  constraint circle_member_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint circle_member_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint circle_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint circle_member_check CHECK (((until_day >= from_day) AND (until_day <= (from_day + 366)))),
  constraint circle_member_role_check CHECK ((role = ANY (ARRAY['member'::text, 'observer'::text, 'tutor'::text, 'guest'::text])))
);
CREATE UNIQUE INDEX circle_member_current ON public.circle_member USING btree (follow_up_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX circle_member_person ON public.circle_member USING btree (person_id) WHERE (ended_at IS NULL);

create table comparison_figure (
  academie text not null,
  school_year smallint not null,
  enrolled integer not null,
  left_without_solution integer not null,
  source text not null,
  licence text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  constraint comparison_figure_pkey PRIMARY KEY (academie, school_year),
  constraint comparison_figure_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint comparison_figure_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint comparison_figure_check CHECK ((left_without_solution <= enrolled)),
  constraint comparison_figure_enrolled_check CHECK ((enrolled >= 0)),
  constraint comparison_figure_left_without_solution_check CHECK ((left_without_solution >= 0)),
  constraint comparison_figure_licence_check CHECK (((length(licence) >= 1) AND (length(licence) <= 60))),
  constraint comparison_figure_school_year_check CHECK (((school_year >= 2000) AND (school_year <= 2100))),
  constraint comparison_figure_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
);

create table counted_follow_up (
  follow_up_id uuid not null,
  school text,
  academie text,
  school_year smallint,
  level text,
  age_band text,
  kinds text[],
  measures text[],
  amounts integer[],
  constraint counted_follow_up_pkey PRIMARY KEY (follow_up_id),
  constraint counted_follow_up_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE
);

create table data_request (
  id uuid not null,
  follow_up_id uuid not null,
  kind text not null,
  asked_by text not null,
  about text[] default '{}'::text[] not null,
  asked_on date not null,
  answered_on date,
  answered_by uuid,
  constraint data_request_pkey PRIMARY KEY (id),
  constraint data_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint data_request_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint data_request_about_check CHECK ((cardinality(about) <= 10)),
  constraint data_request_asked_by_check CHECK ((asked_by = ANY (ARRAY['pupil'::text, 'family'::text]))),
  constraint data_request_kind_check CHECK ((kind = ANY (ARRAY['opposition'::text, 'correction'::text, 'readings'::text])))
);
CREATE INDEX data_request_follow_up ON public.data_request USING btree (follow_up_id);

create table declared_hours (
  person_id uuid not null,
  common smallint not null,
  chosen smallint not null,
  practical smallint not null,
  declared_at timestamp with time zone not null,
  constraint declared_hours_pkey PRIMARY KEY (person_id),
  constraint declared_hours_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint declared_hours_chosen_check CHECK (((chosen >= 0) AND (chosen <= 400))),
  constraint declared_hours_common_check CHECK (((common >= 0) AND (common <= 400))),
  constraint declared_hours_practical_check CHECK (((practical >= 0) AND (practical <= 400)))
);

create table demonstration_mail (
  id bigint generated always as identity not null,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamp with time zone not null,
  headers jsonb default '{}'::jsonb not null,
  constraint demonstration_mail_pkey PRIMARY KEY (id)
);

create table dialogue_play (
  id uuid not null,
  person_id uuid not null,
  dialogue_id text not null,
  dialogue_version integer not null,
  path smallint[] default '{}'::smallint[] not null,
  ending text,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint dialogue_play_pkey PRIMARY KEY (id),
  constraint dialogue_play_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint dialogue_play_check CHECK (((ending IS NULL) = (ended_at IS NULL))),
  constraint dialogue_play_dialogue_id_check CHECK (((length(dialogue_id) >= 1) AND (length(dialogue_id) <= 100))),
  constraint dialogue_play_dialogue_version_check CHECK ((dialogue_version > 0)),
  constraint dialogue_play_ending_check CHECK (((length(ending) >= 1) AND (length(ending) <= 100))),
  constraint dialogue_play_path_check CHECK (((cardinality(path) <= 12) AND (0 <= ALL (path)) AND (3 >= ALL (path)) AND (array_position(path, NULL::smallint) IS NULL)))
);
CREATE UNIQUE INDEX dialogue_play_open ON public.dialogue_play USING btree (person_id, dialogue_id) WHERE (ended_at IS NULL);
CREATE INDEX dialogue_play_person ON public.dialogue_play USING btree (person_id, begun_at);

create table erasure_report (
  school text not null,
  on_day date not null,
  erased integer not null,
  constraint erasure_report_pkey PRIMARY KEY (school, on_day),
  constraint erasure_report_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint erasure_report_erased_check CHECK ((erased > 0))
);

create table evaluation (
  id uuid not null,
  person_id uuid not null,
  number integer not null,
  occasion integer not null,
  kind text not null,
  competence text,
  length smallint not null,
  seed bigint not null,
  profession text not null,
  status text default 'open'::text not null,
  drift_months double precision not null,
  parameter_version text not null,
  answers_after integer,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  stage smallint default 1 not null,
  excluded text[] default '{}'::text[] not null,
  learnt text[] default '{}'::text[] not null,
  state_before bytea not null,
  state_after bytea,
  constraint evaluation_pkey PRIMARY KEY (id),
  constraint evaluation_person_id_number_key UNIQUE (person_id, number),
  constraint evaluation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint evaluation_check CHECK (((kind = 'depth'::text) = (competence IS NOT NULL))),
  constraint evaluation_check1 CHECK (((status = 'open'::text) = (ended_at IS NULL))),
  constraint evaluation_competence_check CHECK ((competence ~ '^[1-9]\.[1-9]$'::text)),
  constraint evaluation_drift_months_check CHECK ((drift_months >= (0)::double precision)),
  constraint evaluation_kind_check CHECK ((kind = ANY (ARRAY['stage'::text, 'depth'::text]))),
  constraint evaluation_length_check CHECK (((length >= 1) AND (length <= 40))),
  constraint evaluation_number_check CHECK ((number > 0)),
  constraint evaluation_occasion_check CHECK ((occasion > 0)),
  constraint evaluation_open_has_no_end CHECK (((status = 'open'::text) = (state_after IS NULL))),
  constraint evaluation_stage_check CHECK (((stage >= 1) AND (stage <= 20))),
  constraint evaluation_state_after_check CHECK ((octet_length(state_after) = 1216)),
  constraint evaluation_state_before_check CHECK ((octet_length(state_before) = 1216)),
  constraint evaluation_status_check CHECK ((status = ANY (ARRAY['open'::text, 'finished'::text, 'stopped'::text])))
);
CREATE UNIQUE INDEX evaluation_one_open ON public.evaluation USING btree (person_id) WHERE (status = 'open'::text);

create table follow_up (
  id uuid not null,
  school text not null,
  code text not null,
  level text not null,
  age_band text not null,
  school_year smallint not null,
  opened_on date not null,
  opened_by uuid,
  informed_on date,
  opposed_on date,
  closed_on date,
  close_reason text,
  purge_on date,
  fictitious boolean default false not null,
  lead uuid,
  continued boolean default false not null,
  discussed_before smallint default 0 not null,
  constraint follow_up_pkey PRIMARY KEY (id),
  constraint follow_up_code_key UNIQUE (code),
  constraint follow_up_lead_fkey FOREIGN KEY (lead) REFERENCES person(id) ON DELETE SET NULL,
  constraint follow_up_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint follow_up_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint follow_up_age_band_check CHECK ((age_band = ANY (ARRAY['under-16'::text, '16-17'::text, '18-plus'::text]))),
  constraint follow_up_check CHECK (((closed_on IS NULL) = (close_reason IS NULL))),
  constraint follow_up_check1 CHECK ((closed_on >= opened_on)),
  constraint follow_up_check2 CHECK (((opposed_on IS NULL) OR (closed_on IS NOT NULL))),
  constraint follow_up_close_reason_check CHECK ((close_reason = ANY (ARRAY['objective-reached'::text, 'left-school'::text, 'transferred'::text, 'opposition'::text, 'no-longer-needed'::text, 'lost-sight'::text]))),
  constraint follow_up_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$'::text)),
  constraint follow_up_discussed_before_check CHECK (((discussed_before >= 0) AND (discussed_before <= 2))),
  constraint follow_up_level_check CHECK ((level = ANY (ARRAY['ecole'::text, '6e'::text, '5e'::text, '4e'::text, '3e'::text, '2de'::text, '1re'::text, 'terminale'::text, 'cap-1'::text, 'cap-2'::text, '2de-pro'::text, '1re-pro'::text, 'terminale-pro'::text, 'autre'::text]))),
  constraint follow_up_school_year_check CHECK (((school_year >= 2000) AND (school_year <= 2100)))
);
CREATE INDEX follow_up_current ON public.follow_up USING btree (school) WHERE (closed_on IS NULL);
CREATE INDEX follow_up_lead ON public.follow_up USING btree (lead) WHERE (closed_on IS NULL);
CREATE INDEX follow_up_purge ON public.follow_up USING btree (purge_on) WHERE (purge_on IS NOT NULL);

create table follow_up_gate (
  school text not null,
  controller text not null,
  legal_basis text not null,
  impact_assessment text not null,
  officer_opinion text not null,
  hosting text not null,
  retention text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint follow_up_gate_pkey PRIMARY KEY (school),
  constraint follow_up_gate_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint follow_up_gate_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint follow_up_gate_controller_check CHECK (((length(controller) >= 1) AND (length(controller) <= 200))),
  constraint follow_up_gate_hosting_check CHECK (((length(hosting) >= 1) AND (length(hosting) <= 200))),
  constraint follow_up_gate_impact_assessment_check CHECK (((length(impact_assessment) >= 1) AND (length(impact_assessment) <= 200))),
  constraint follow_up_gate_legal_basis_check CHECK (((length(legal_basis) >= 1) AND (length(legal_basis) <= 200))),
  constraint follow_up_gate_officer_opinion_check CHECK (((length(officer_opinion) >= 1) AND (length(officer_opinion) <= 200))),
  constraint follow_up_gate_retention_check CHECK (((length(retention) >= 1) AND (length(retention) <= 200)))
);

create table follow_up_mail (
  person_id uuid not null,
  wanted boolean not null,
  link_id uuid not null,
  link_key bytea not null,
  changed_at timestamp with time zone not null,
  constraint follow_up_mail_pkey PRIMARY KEY (person_id),
  constraint follow_up_mail_link_id_key UNIQUE (link_id),
  constraint follow_up_mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint follow_up_mail_link_key_check CHECK ((length(link_key) = 32))
);

create table follow_up_reading (
  id uuid not null,
  follow_up_id uuid not null,
  person_id uuid,
  access text not null,
  on_day date not null,
  last_at timestamp with time zone not null,
  constraint follow_up_reading_pkey PRIMARY KEY (id),
  constraint follow_up_reading_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint follow_up_reading_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
  constraint follow_up_reading_access_check CHECK ((access = ANY (ARRAY['referent'::text, 'chair'::text, 'member'::text, 'observer'::text, 'tutor'::text, 'guest'::text])))
);
CREATE UNIQUE INDEX follow_up_reading_day ON public.follow_up_reading USING btree (follow_up_id, person_id, access, on_day);
CREATE INDEX follow_up_reading_person ON public.follow_up_reading USING btree (person_id);

create table gpds_chair (
  id uuid not null,
  school text not null,
  person_id uuid not null,
  from_day date not null,
  ended_at timestamp with time zone,
  recorded_by uuid,
  constraint gpds_chair_pkey PRIMARY KEY (id),
  constraint gpds_chair_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint gpds_chair_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint gpds_chair_school_fkey FOREIGN KEY (school) REFERENCES school(uai)
);
CREATE UNIQUE INDEX gpds_chair_current ON public.gpds_chair USING btree (school, person_id) WHERE (ended_at IS NULL);

create table gpds_decision (
  id uuid not null,
  follow_up_id uuid not null,
  meeting_id uuid,
  kind text not null,
  act text not null,
  who text not null,
  person_id uuid,
  due date not null,
  decided_on date not null,
  outcome text,
  ended_on date,
  recorded_by uuid,
  constraint gpds_decision_pkey PRIMARY KEY (id),
  constraint gpds_decision_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint gpds_decision_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES gpds_meeting(id) ON DELETE SET NULL,
  constraint gpds_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
  constraint gpds_decision_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint gpds_decision_act_check CHECK (((length(act) >= 1) AND (length(act) <= 140))),
  constraint gpds_decision_check CHECK (((outcome IS NULL) = (ended_on IS NULL))),
  constraint gpds_decision_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint gpds_decision_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'partly'::text, 'not-done'::text, 'dropped'::text]))),
  constraint gpds_decision_who_check CHECK (((length(who) >= 1) AND (length(who) <= 60)))
);
CREATE INDEX gpds_decision_follow_up ON public.gpds_decision USING btree (follow_up_id);
CREATE INDEX gpds_decision_waiting ON public.gpds_decision USING btree (due) WHERE (outcome IS NULL);

create table gpds_item (
  meeting_id uuid not null,
  follow_up_id uuid not null,
  place smallint not null,
  levers text[] default '{}'::text[] not null,
  discussed_at timestamp with time zone,
  constraint gpds_item_pkey PRIMARY KEY (meeting_id, follow_up_id),
  constraint gpds_item_meeting_id_place_key UNIQUE (meeting_id, place) DEFERRABLE INITIALLY DEFERRED,
  constraint gpds_item_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint gpds_item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES gpds_meeting(id) ON DELETE CASCADE,
  constraint gpds_item_levers_check CHECK ((cardinality(levers) <= 6)),
  constraint gpds_item_place_check CHECK (((place >= 1) AND (place <= 60)))
);
CREATE INDEX gpds_item_follow_up ON public.gpds_item USING btree (follow_up_id);

create table gpds_meeting (
  id uuid not null,
  school text not null,
  held_on date not null,
  begun_at timestamp with time zone,
  closed_at timestamp with time zone,
  prepared_by uuid,
  prepared_at timestamp with time zone not null,
  prepared_seconds integer,
  touched_at timestamp with time zone,
  constraint gpds_meeting_pkey PRIMARY KEY (id),
  constraint gpds_meeting_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint gpds_meeting_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint gpds_meeting_prepared_seconds_check CHECK ((prepared_seconds >= 0))
);
CREATE UNIQUE INDEX gpds_meeting_open ON public.gpds_meeting USING btree (school) WHERE (closed_at IS NULL);

create table group_mark (
  person_id uuid not null,
  mark uuid not null,
  constraint group_mark_pkey PRIMARY KEY (person_id),
  constraint group_mark_mark_key UNIQUE (mark),
  constraint group_mark_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

create table group_plan_line (
  id uuid not null,
  campaign_id uuid not null,
  place integer not null,
  kind text not null,
  content_id text,
  title text not null,
  reason text not null,
  from_day date not null,
  until_day date not null,
  owner text not null,
  constraint group_plan_line_pkey PRIMARY KEY (id),
  constraint group_plan_line_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint group_plan_line_check CHECK ((until_day >= from_day)),
  constraint group_plan_line_kind_check CHECK ((kind = ANY (ARRAY['stage'::text, 'module'::text, 'dialogue'::text, 'workshop'::text, 'council'::text, 'other'::text]))),
  constraint group_plan_line_owner_check CHECK ((length(owner) <= 80)),
  constraint group_plan_line_reason_check CHECK ((length(reason) <= 400)),
  constraint group_plan_line_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)))
);
CREATE INDEX group_plan_line_campaign ON public.group_plan_line USING btree (campaign_id, place);

create table group_round (
  id uuid not null,
  campaign_id uuid not null,
  made_at timestamp with time zone not null,
  figures jsonb,
  constraint group_round_pkey PRIMARY KEY (id),
  constraint group_round_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX group_round_shown ON public.group_round USING btree (campaign_id) WHERE (figures IS NOT NULL);

create table group_round_part (
  round_id uuid not null,
  mark uuid not null,
  answers integer not null,
  constraint group_round_part_pkey PRIMARY KEY (round_id, mark),
  constraint group_round_part_round_id_fkey FOREIGN KEY (round_id) REFERENCES group_round(id) ON DELETE CASCADE,
  constraint group_round_part_answers_check CHECK ((answers > 0))
);
CREATE INDEX group_round_part_mark ON public.group_round_part USING btree (mark);

create table identity_link (
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  constraint identity_link_pkey PRIMARY KEY (issuer, subject),
  constraint identity_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint identity_link_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 300))),
  constraint identity_link_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 300)))
);
CREATE INDEX identity_link_person_id_idx ON public.identity_link USING btree (person_id);

create table indicator_cell (
  id integer generated always as identity not null,
  scope text not null,
  school_year smallint not null,
  level text not null,
  age_band text not null,
  kind text not null,
  constraint indicator_cell_pkey PRIMARY KEY (id),
  constraint indicator_cell_scope_school_year_level_age_band_kind_key UNIQUE (scope, school_year, level, age_band, kind)
);

create table indicator_count (
  cell integer not null,
  measure text collate "C" not null,
  n integer not null,
  erased integer default 0 not null,
  constraint indicator_count_pkey PRIMARY KEY (cell, measure)
);

create table interview (
  id uuid not null,
  follow_up_id uuid not null,
  with_whom text not null,
  held_on date not null,
  goal text not null,
  next_on date,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint interview_pkey PRIMARY KEY (id),
  constraint interview_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint interview_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint interview_goal_check CHECK ((length(goal) <= 140)),
  constraint interview_with_whom_check CHECK ((with_whom = ANY (ARRAY['pupil'::text, 'family'::text, 'pupil-and-family'::text])))
);
CREATE INDEX interview_follow_up ON public.interview USING btree (follow_up_id, held_on);

create table mail_wish (
  person_id uuid not null,
  rhythm text not null,
  weekday smallint not null,
  plans boolean not null,
  considered_on date not null,
  link_id uuid not null,
  link_key bytea not null,
  chosen_at timestamp with time zone not null,
  constraint mail_wish_pkey PRIMARY KEY (person_id),
  constraint mail_wish_link_id_key UNIQUE (link_id),
  constraint mail_wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint mail_wish_link_key_check CHECK ((length(link_key) = 32)),
  constraint mail_wish_rhythm_check CHECK ((rhythm = ANY (ARRAY['never'::text, 'weekly'::text, 'twice-monthly'::text, 'monthly'::text]))),
  constraint mail_wish_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX mail_wish_rhythm ON public.mail_wish USING btree (rhythm, weekday, considered_on) WHERE (rhythm <> 'never'::text);

create table membership (
  id bigint generated always as identity not null,
  person_id uuid not null,
  role text not null,
  school text,
  academie text,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  confirmed_how text,
  work_email text,
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_person_id_role_school_academie_key UNIQUE NULLS NOT DISTINCT (person_id, role, school, academie),
  constraint membership_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint membership_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint membership_check CHECK (
CASE
    WHEN (role = ANY (ARRAY['agent'::text, 'referent'::text, 'direction'::text])) THEN ((school IS NOT NULL) AND (academie IS NULL))
    WHEN (role = ANY (ARRAY['formateur'::text, 'academie'::text])) THEN ((school IS NULL) AND (academie IS NOT NULL))
    ELSE ((school IS NULL) AND (academie IS NULL))
END),
  constraint membership_confirmed_how_check CHECK ((confirmed_how = ANY (ARRAY['invitation'::text, 'direction'::text, 'academie'::text, 'national'::text]))),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'referent'::text, 'direction'::text, 'formateur'::text, 'academie'::text, 'national'::text]))),
  constraint membership_work_email_check CHECK (((work_email = lower(work_email)) AND ((length(work_email) >= 3) AND (length(work_email) <= 320))))
);
CREATE INDEX membership_school ON public.membership USING btree (school);

create table milestone (
  follow_up_id uuid not null,
  kind text not null,
  on_day date not null,
  situation text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint milestone_pkey PRIMARY KEY (follow_up_id, kind),
  constraint milestone_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint milestone_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint milestone_check CHECK (((kind = ANY (ARRAY['exit'::text, 'six-months'::text, 'twelve-months'::text])) = (situation IS NOT NULL))),
  constraint milestone_kind_check CHECK ((kind = ANY (ARRAY['spotted'::text, 'contacted'::text, 'interviewed'::text, 'agreed'::text, 'engaged'::text, 'completed'::text, 'exit'::text, 'six-months'::text, 'twelve-months'::text]))),
  constraint milestone_situation_check CHECK ((situation = ANY (ARRAY['education'::text, 'training'::text, 'job'::text, 'no-solution'::text, 'unknown'::text])))
);

create table module_progress (
  person_id uuid not null,
  module_id text not null,
  competence text not null,
  step smallint not null,
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint module_progress_pkey PRIMARY KEY (person_id, module_id),
  constraint module_progress_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint module_progress_competence_check CHECK ((competence ~ '^[1-9]\.[1-9]$'::text)),
  constraint module_progress_module_id_check CHECK (((length(module_id) >= 1) AND (length(module_id) <= 100))),
  constraint module_progress_step_check CHECK (((step >= 1) AND (step <= 40)))
);

create table notice (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  plan_id uuid,
  day date not null,
  made_at timestamp with time zone not null,
  tries smallint default 0 not null,
  next_try_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  campaign_id uuid,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint notice_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE,
  constraint notice_about CHECK ((((plan_id IS NOT NULL) = (kind = ANY (ARRAY['plan-due'::text, 'companion-asked'::text, 'companion-wrote'::text]))) AND ((campaign_id IS NOT NULL) = (kind = 'group'::text)))),
  constraint notice_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'plan-due'::text, 'companion-asked'::text, 'companion-wrote'::text, 'group'::text, 'follow-up'::text]))),
  constraint notice_tries_check CHECK (((tries >= 0) AND (tries <= 6)))
);
CREATE UNIQUE INDEX notice_campaign ON public.notice USING btree (campaign_id, person_id, day) WHERE (campaign_id IS NOT NULL);
CREATE UNIQUE INDEX notice_day ON public.notice USING btree (person_id, kind, day) WHERE ((plan_id IS NULL) AND (campaign_id IS NULL));
CREATE UNIQUE INDEX notice_plan ON public.notice USING btree (plan_id, kind, day) WHERE (plan_id IS NOT NULL);
CREATE INDEX notice_waiting ON public.notice USING btree (next_try_at) WHERE (sent_at IS NULL);

create table path_arrangement (
  person_id uuid not null,
  placed text[] default '{}'::text[] not null,
  hidden text[] default '{}'::text[] not null,
  constraint path_arrangement_pkey PRIMARY KEY (person_id),
  constraint path_arrangement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint path_arrangement_hidden_check CHECK ((cardinality(hidden) <= 200)),
  constraint path_arrangement_placed_check CHECK ((cardinality(placed) <= 200))
);

create table peer_confirmation (
  id uuid not null,
  person_id uuid not null,
  competence text not null,
  observed_on date not null,
  occasion text not null,
  level_asked smallint,
  email text not null,
  asked_at timestamp with time zone not null,
  peer_id uuid,
  opened_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone,
  acts text[] default '{}'::text[] not null,
  level smallint,
  word text,
  constraint peer_confirmation_pkey PRIMARY KEY (id),
  constraint peer_confirmation_peer_id_fkey FOREIGN KEY (peer_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint peer_confirmation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint peer_confirmation_acts_check CHECK ((cardinality(acts) <= 7)),
  constraint peer_confirmation_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint peer_confirmation_check CHECK (((level = ANY (ARRAY[4, 5])) AND (level <= level_asked))),
  constraint peer_confirmation_check1 CHECK (((peer_id IS NULL) = (opened_at IS NULL))),
  constraint peer_confirmation_check2 CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint peer_confirmation_check3 CHECK (((answer IS NULL) OR (peer_id IS NOT NULL))),
  constraint peer_confirmation_check4 CHECK ((peer_id <> person_id)),
  constraint peer_confirmation_check5 CHECK (((NOT (answer IS DISTINCT FROM 'confirmed'::text)) = (cardinality(acts) > 0))),
  constraint peer_confirmation_check6 CHECK (((NOT (answer IS DISTINCT FROM 'confirmed'::text)) OR ((level IS NULL) AND (word IS NULL)))),
  constraint peer_confirmation_competence_check CHECK ((competence ~ '^\d\.\d$'::text)),
  constraint peer_confirmation_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
  constraint peer_confirmation_level_asked_check CHECK ((level_asked = ANY (ARRAY[4, 5]))),
  constraint peer_confirmation_occasion_check CHECK (((length(occasion) >= 1) AND (length(occasion) <= 200))),
  constraint peer_confirmation_word_check CHECK (((length(word) >= 1) AND (length(word) <= 300)))
);
CREATE INDEX peer_confirmation_email ON public.peer_confirmation USING btree (email);
CREATE INDEX peer_confirmation_peer ON public.peer_confirmation USING btree (peer_id);
CREATE INDEX peer_confirmation_person ON public.peer_confirmation USING btree (person_id, asked_at);

create table person (
  id uuid not null,
  audit_actor uuid not null,
  email text,
  display_name text not null,
  profession text,
  welcomed_at timestamp with time zone,
  notice_version text,
  demonstration boolean default false not null,
  created_at timestamp with time zone not null,
  school_answered boolean default false not null,
  rereads_answers boolean default false not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_audit_actor_key UNIQUE (audit_actor),
  constraint person_email_key UNIQUE (email),
  constraint person_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 100))),
  constraint person_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320)))),
  constraint person_profession_check CHECK (((length(profession) >= 1) AND (length(profession) <= 40)))
);

create table person_ability (
  person_id uuid not null,
  answers integer not null,
  as_of timestamp with time zone not null,
  state bytea not null,
  constraint person_ability_pkey PRIMARY KEY (person_id),
  constraint person_ability_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint person_ability_answers_check CHECK ((answers >= 0)),
  constraint person_ability_state_check CHECK ((octet_length(state) = 1216))
);

create table plan (
  id uuid not null,
  person_id uuid not null,
  module_id text,
  situation text not null,
  act text not null,
  help text not null,
  due date not null,
  made_at timestamp with time zone not null,
  outcome text,
  what_happened text,
  looked_back_at timestamp with time zone,
  obstacle text,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint plan_act_check CHECK (((length(act) >= 1) AND (length(act) <= 300))),
  constraint plan_check CHECK (((outcome IS NULL) = (looked_back_at IS NULL))),
  constraint plan_check1 CHECK (((outcome IS NULL) = (what_happened IS NULL))),
  constraint plan_help_check CHECK ((length(help) <= 300)),
  constraint plan_module_id_check CHECK (((length(module_id) >= 1) AND (length(module_id) <= 100))),
  constraint plan_obstacle_check CHECK ((obstacle = ANY (ARRAY['forgotten'::text, 'no-occasion'::text, 'no-time'::text, 'unsure'::text, 'no-longer'::text]))),
  constraint plan_obstacle_of_not_yet CHECK (((obstacle IS NULL) OR (outcome = 'not-yet'::text))),
  constraint plan_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'partly'::text, 'not-yet'::text]))),
  constraint plan_situation_check CHECK (((length(situation) >= 1) AND (length(situation) <= 300))),
  constraint plan_what_happened_check CHECK ((length(what_happened) <= 1000))
);
CREATE INDEX plan_person ON public.plan USING btree (person_id, due);
CREATE UNIQUE INDEX plan_waiting ON public.plan USING btree (person_id, due, md5(situation), md5(act)) WHERE (outcome IS NULL);

create table plan_companion (
  plan_id uuid not null,
  email text not null,
  outcome_shown boolean not null,
  asked_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  declined_at timestamp with time zone,
  word text,
  word_at timestamp with time zone,
  constraint plan_companion_pkey PRIMARY KEY (plan_id),
  constraint plan_companion_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE,
  constraint plan_companion_check CHECK (((word IS NULL) = (word_at IS NULL))),
  constraint plan_companion_check1 CHECK (((declined_at IS NULL) OR (word IS NULL))),
  constraint plan_companion_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
  constraint plan_companion_word_check CHECK (((length(word) >= 1) AND (length(word) <= 300)))
);
CREATE INDEX plan_companion_email ON public.plan_companion USING btree (email);

create table planned_session (
  id uuid not null,
  person_id uuid not null,
  title text not null,
  aim text not null,
  level text not null,
  young_people smallint not null,
  steps jsonb not null,
  adaptations text not null,
  proofs text not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  held_on date,
  debrief jsonb,
  constraint planned_session_pkey PRIMARY KEY (id),
  constraint planned_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint planned_session_adaptations_check CHECK ((length(adaptations) <= 400)),
  constraint planned_session_aim_check CHECK (((length(aim) >= 1) AND (length(aim) <= 200))),
  constraint planned_session_check CHECK (((held_on IS NULL) = (debrief IS NULL))),
  constraint planned_session_level_check CHECK (((length(level) >= 1) AND (length(level) <= 20))),
  constraint planned_session_proofs_check CHECK ((length(proofs) <= 300)),
  constraint planned_session_title_check CHECK (((length(title) >= 1) AND (length(title) <= 80))),
  constraint planned_session_young_people_check CHECK (((young_people >= 2) AND (young_people <= 30)))
);
CREATE INDEX planned_session_person ON public.planned_session USING btree (person_id, changed_at);

create table portfolio_piece (
  person_id uuid not null,
  kind text not null,
  piece text not null,
  competences text[] not null,
  epreuves smallint[] not null,
  note text,
  attached_at timestamp with time zone not null,
  constraint portfolio_piece_pkey PRIMARY KEY (person_id, kind, piece),
  constraint portfolio_piece_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint portfolio_piece_competences_check CHECK (((cardinality(competences) >= 1) AND (cardinality(competences) <= 16))),
  constraint portfolio_piece_epreuves_check CHECK ((epreuves <@ '{1,2}'::smallint[])),
  constraint portfolio_piece_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'module'::text, 'dialogue'::text, 'observation'::text, 'session'::text, 'case-study'::text]))),
  constraint portfolio_piece_note_check CHECK (((length(note) >= 1) AND (length(note) <= 300))),
  constraint portfolio_piece_piece_check CHECK (((length(piece) >= 1) AND (length(piece) <= 120)))
);

create table practice_try (
  person_id uuid not null,
  module_id text not null,
  module_version integer not null,
  exercise text not null,
  number smallint not null,
  option text not null,
  correct boolean not null,
  tried_at timestamp with time zone not null,
  constraint practice_try_pkey PRIMARY KEY (person_id, module_id, module_version, exercise, number),
  constraint practice_try_person_id_module_id_fkey FOREIGN KEY (person_id, module_id) REFERENCES module_progress(person_id, module_id) ON DELETE CASCADE,
  constraint practice_try_exercise_check CHECK (((length(exercise) >= 1) AND (length(exercise) <= 20))),
  constraint practice_try_module_version_check CHECK ((module_version > 0)),
  constraint practice_try_number_check CHECK ((number = ANY (ARRAY[1, 2]))),
  constraint practice_try_option_check CHECK (((length(option) >= 1) AND (length(option) <= 5)))
);

create table procedure_check (
  support_id uuid not null,
  item text not null,
  checked_on date not null,
  checked_by uuid,
  constraint procedure_check_pkey PRIMARY KEY (support_id, item),
  constraint procedure_check_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint procedure_check_support_id_fkey FOREIGN KEY (support_id) REFERENCES support(id) ON DELETE CASCADE,
  constraint procedure_check_item_check CHECK (((length(item) >= 1) AND (length(item) <= 60)))
);

create table question_report (
  id uuid not null,
  person_id uuid,
  question_id text not null,
  question_version integer not null,
  message text not null,
  created_at timestamp with time zone not null,
  constraint question_report_pkey PRIMARY KEY (id),
  constraint question_report_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
  constraint question_report_question_id_question_version_fkey FOREIGN KEY (question_id, question_version) REFERENCES question_version(question_id, version),
  constraint question_report_message_check CHECK (((length(message) >= 1) AND (length(message) <= 1000)))
);

create table question_statistic (
  question_id text not null,
  version integer not null,
  computed_at timestamp with time zone not null,
  asked bigint not null,
  answered bigint not null,
  series bigint not null,
  figures jsonb not null,
  constraint question_statistic_pkey PRIMARY KEY (question_id),
  constraint question_statistic_question_id_version_fkey FOREIGN KEY (question_id, version) REFERENCES question_version(question_id, version),
  constraint question_statistic_asked_check CHECK ((asked >= 0)),
  constraint question_statistic_check CHECK (((answered >= 0) AND (answered <= asked))),
  constraint question_statistic_question_id_check CHECK ((length(question_id) <= 100)),
  constraint question_statistic_series_check CHECK ((series >= 0)),
  constraint question_statistic_version_check CHECK ((version > 0))
);

create table question_version (
  question_id text not null,
  version integer not null,
  competence text not null,
  body jsonb not null,
  case_body jsonb,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint question_version_pkey PRIMARY KEY (question_id, version),
  constraint question_version_competence_check CHECK ((competence ~ '^[1-9]\.[1-9]$'::text)),
  constraint question_version_question_id_check CHECK ((length(question_id) <= 100)),
  constraint question_version_version_check CHECK ((version > 0))
);

create table rate_limit (
  bucket text not null,
  window_start timestamp with time zone not null,
  attempts integer not null,
  constraint rate_limit_pkey PRIMARY KEY (bucket, window_start),
  constraint rate_limit_attempts_check CHECK ((attempts > 0)),
  constraint rate_limit_bucket_check CHECK ((length(bucket) <= 200))
);

create table rehearsal_done (
  person_id uuid not null,
  decision_id text not null,
  decision_version integer not null,
  done_on date not null,
  constraint rehearsal_done_pkey PRIMARY KEY (person_id, decision_id, done_on),
  constraint rehearsal_done_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint rehearsal_done_decision_id_check CHECK (((length(decision_id) >= 1) AND (length(decision_id) <= 100))),
  constraint rehearsal_done_decision_version_check CHECK ((decision_version > 0))
);

create table relay_request (
  id uuid not null,
  school text not null,
  follow_up_id uuid,
  requested_on date not null,
  constraint relay_request_pkey PRIMARY KEY (id),
  constraint relay_request_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint relay_request_school_fkey FOREIGN KEY (school) REFERENCES school(uai)
);
CREATE INDEX relay_request_follow_up ON public.relay_request USING btree (follow_up_id);

create table review_card (
  person_id uuid not null,
  module_id text not null,
  card text not null,
  due timestamp with time zone not null,
  memory jsonb not null,
  reviewed_at timestamp with time zone,
  constraint review_card_pkey PRIMARY KEY (person_id, module_id, card),
  constraint review_card_person_id_module_id_fkey FOREIGN KEY (person_id, module_id) REFERENCES module_progress(person_id, module_id) ON DELETE CASCADE,
  constraint review_card_card_check CHECK (((length(card) >= 1) AND (length(card) <= 20)))
);
CREATE INDEX review_card_due ON public.review_card USING btree (due, person_id);

create table schema_migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table school (
  uai text not null,
  name text not null,
  kind text not null,
  city text not null,
  academie text not null,
  search_text text not null,
  sector text,
  postcode text,
  in_directory boolean default false not null,
  closed_on date,
  corrected_at timestamp with time zone,
  constraint school_pkey PRIMARY KEY (uai),
  constraint school_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint school_city_check CHECK (((length(city) >= 1) AND (length(city) <= 100))),
  constraint school_kind_check CHECK ((kind = ANY (ARRAY['ecole'::text, 'college'::text, 'lycee'::text, 'lycee-professionnel'::text, 'lycee-polyvalent'::text, 'erea'::text, 'autre'::text]))),
  constraint school_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint school_postcode_check CHECK ((postcode ~ '^[0-9]{5}$'::text)),
  constraint school_sector_check CHECK ((sector = ANY (ARRAY['public'::text, 'prive'::text]))),
  constraint school_uai_check CHECK ((uai ~ '^[0-9]{7}[A-Z]$'::text))
);

create table school_figure (
  school text not null,
  school_year smallint not null,
  enrolled integer not null,
  left_without_solution integer,
  half_days_due integer,
  half_days_missed integer,
  finished_third integer,
  continued_after_third integer,
  source text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  constraint school_figure_pkey PRIMARY KEY (school, school_year),
  constraint school_figure_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint school_figure_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint school_figure_check CHECK ((left_without_solution <= enrolled)),
  constraint school_figure_check1 CHECK ((half_days_missed <= half_days_due)),
  constraint school_figure_check2 CHECK ((continued_after_third <= finished_third)),
  constraint school_figure_continued_after_third_check CHECK ((continued_after_third >= 0)),
  constraint school_figure_enrolled_check CHECK (((enrolled >= 0) AND (enrolled <= 20000))),
  constraint school_figure_finished_third_check CHECK ((finished_third >= 0)),
  constraint school_figure_half_days_due_check CHECK ((half_days_due >= 0)),
  constraint school_figure_half_days_missed_check CHECK ((half_days_missed >= 0)),
  constraint school_figure_left_without_solution_check CHECK ((left_without_solution >= 0)),
  constraint school_figure_school_year_check CHECK (((school_year >= 2000) AND (school_year <= 2100))),
  constraint school_figure_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
);

create table school_invitation (
  id uuid not null,
  token_hash bytea not null,
  school text not null,
  role text not null,
  email text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by uuid,
  constraint school_invitation_pkey PRIMARY KEY (id),
  constraint school_invitation_token_hash_key UNIQUE (token_hash),
  constraint school_invitation_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id) ON DELETE CASCADE,
  constraint school_invitation_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint school_invitation_used_by_fkey FOREIGN KEY (used_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint school_invitation_check CHECK ((expires_at > made_at)),
  constraint school_invitation_check1 CHECK (((used_by IS NULL) OR (used_at IS NOT NULL))),
  constraint school_invitation_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320)))),
  constraint school_invitation_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'referent'::text]))),
  constraint school_invitation_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX school_invitation_made_by_idx ON public.school_invitation USING btree (made_by);
CREATE INDEX school_invitation_school_made_at_idx ON public.school_invitation USING btree (school, made_at);
CREATE INDEX school_invitation_used_by_idx ON public.school_invitation USING btree (used_by);

create table self_diagnosis (
  id uuid not null,
  school text not null,
  school_year smallint not null,
  policy_version smallint not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint self_diagnosis_pkey PRIMARY KEY (id),
  constraint self_diagnosis_school_school_year_key UNIQUE (school, school_year),
  constraint self_diagnosis_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint self_diagnosis_check CHECK ((closed_at >= opened_at)),
  constraint self_diagnosis_policy_version_check CHECK ((policy_version > 0)),
  constraint self_diagnosis_school_year_check CHECK (((school_year >= 2000) AND (school_year <= 2100)))
);

create table self_diagnosis_draft (
  diagnosis_id uuid not null,
  person_id uuid not null,
  answers jsonb not null,
  changed_at timestamp with time zone not null,
  constraint self_diagnosis_draft_pkey PRIMARY KEY (diagnosis_id, person_id),
  constraint self_diagnosis_draft_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES self_diagnosis(id) ON DELETE CASCADE,
  constraint self_diagnosis_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint self_diagnosis_draft_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text))
);
CREATE INDEX self_diagnosis_draft_person ON public.self_diagnosis_draft USING btree (person_id);

create table self_diagnosis_participant (
  diagnosis_id uuid not null,
  person_id uuid not null,
  constraint self_diagnosis_participant_pkey PRIMARY KEY (diagnosis_id, person_id),
  constraint self_diagnosis_participant_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES self_diagnosis(id) ON DELETE CASCADE,
  constraint self_diagnosis_participant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX self_diagnosis_participant_person ON public.self_diagnosis_participant USING btree (person_id);

create table self_diagnosis_priority (
  diagnosis_id uuid not null,
  rank smallint not null,
  statement text not null,
  actions text[] not null,
  what text not null,
  who text not null,
  due date not null,
  sign text not null,
  changed_at timestamp with time zone not null,
  constraint self_diagnosis_priority_pkey PRIMARY KEY (diagnosis_id, rank),
  constraint self_diagnosis_priority_diagnosis_id_statement_key UNIQUE (diagnosis_id, statement),
  constraint self_diagnosis_priority_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES self_diagnosis(id) ON DELETE CASCADE,
  constraint self_diagnosis_priority_actions_check CHECK ((cardinality(actions) <= 5)),
  constraint self_diagnosis_priority_rank_check CHECK (((rank >= 1) AND (rank <= 3))),
  constraint self_diagnosis_priority_sign_check CHECK (((length(sign) >= 1) AND (length(sign) <= 300))),
  constraint self_diagnosis_priority_statement_check CHECK ((statement ~ '^r[0-9]{2}$'::text)),
  constraint self_diagnosis_priority_what_check CHECK (((length(what) >= 1) AND (length(what) <= 300))),
  constraint self_diagnosis_priority_who_check CHECK (((length(who) >= 1) AND (length(who) <= 100)))
);

create table self_diagnosis_sheet (
  id uuid not null,
  diagnosis_id uuid not null,
  work text,
  answers jsonb not null,
  constraint self_diagnosis_sheet_pkey PRIMARY KEY (id),
  constraint self_diagnosis_sheet_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES self_diagnosis(id) ON DELETE CASCADE,
  constraint self_diagnosis_sheet_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint self_diagnosis_sheet_work_check CHECK ((work = ANY (ARRAY['class'::text, 'around'::text])))
);
CREATE INDEX self_diagnosis_sheet_diagnosis ON public.self_diagnosis_sheet USING btree (diagnosis_id);

create table served_question (
  evaluation_id uuid not null,
  "position" smallint not null,
  question_id text not null,
  question_version integer not null,
  parameters jsonb not null,
  served_at timestamp with time zone not null,
  previous_position smallint generated always as (NULLIF(("position" - 1), 0)) stored,
  constraint served_question_pkey PRIMARY KEY (evaluation_id, "position"),
  constraint served_question_evaluation_id_question_id_key UNIQUE (evaluation_id, question_id),
  constraint served_question_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation(id) ON DELETE CASCADE,
  constraint served_question_evaluation_id_previous_position_fkey FOREIGN KEY (evaluation_id, previous_position) REFERENCES answer(evaluation_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint served_question_question_id_question_version_fkey FOREIGN KEY (question_id, question_version) REFERENCES question_version(question_id, version),
  constraint served_question_position_check CHECK (("position" > 0))
);
CREATE INDEX served_question_question ON public.served_question USING btree (question_id, question_version);

create table session (
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  provider text,
  id_token text,
  methods text[] default '{}'::text[] not null,
  long boolean default false not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint session_check CHECK (((provider IS NULL) = (id_token IS NULL))),
  constraint session_id_token_check CHECK ((length(id_token) <= 8000)),
  constraint session_provider_check CHECK (((length(provider) >= 1) AND (length(provider) <= 60))),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_person ON public.session USING btree (person_id);

create table sign_in_code (
  id uuid not null,
  email text not null,
  code_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  attempts smallint default 0 not null,
  used_at timestamp with time zone,
  for_person uuid,
  constraint sign_in_code_pkey PRIMARY KEY (id),
  constraint sign_in_code_for_person_fkey FOREIGN KEY (for_person) REFERENCES person(id) ON DELETE CASCADE,
  constraint sign_in_code_attempts_check CHECK (((attempts >= 0) AND (attempts <= 5)))
);
CREATE INDEX sign_in_code_email ON public.sign_in_code USING btree (email, created_at);
CREATE INDEX sign_in_code_for_person_idx ON public.sign_in_code USING btree (for_person);

create table signal_rating (
  id uuid not null,
  follow_up_id uuid not null,
  signal text not null,
  rater uuid,
  level smallint not null,
  observed_on date not null,
  source text default 'observed'::text not null,
  recorded_at timestamp with time zone not null,
  constraint signal_rating_pkey PRIMARY KEY (id),
  constraint signal_rating_follow_up_id_signal_fkey FOREIGN KEY (follow_up_id, signal) REFERENCES watched_signal(follow_up_id, signal) ON DELETE CASCADE,
  constraint signal_rating_rater_fkey FOREIGN KEY (rater) REFERENCES person(id) ON DELETE SET NULL,
  constraint signal_rating_level_check CHECK (((level >= 0) AND (level <= 3))),
  constraint signal_rating_source_check CHECK ((source = ANY (ARRAY['observed'::text, 'imported'::text])))
);
CREATE UNIQUE INDEX signal_rating_day ON public.signal_rating USING btree (follow_up_id, signal, rater, observed_on);
CREATE INDEX signal_rating_rater ON public.signal_rating USING btree (rater);

create table staff_questionnaire (
  person_id uuid not null,
  instrument text not null,
  version smallint not null,
  school text,
  academie text not null,
  school_year smallint not null,
  before_answers smallint[] not null,
  before_at timestamp with time zone not null,
  after_answers smallint[],
  after_at timestamp with time zone,
  constraint staff_questionnaire_pkey PRIMARY KEY (person_id, instrument),
  constraint staff_questionnaire_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint staff_questionnaire_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint staff_questionnaire_school_fkey FOREIGN KEY (school) REFERENCES school(uai),
  constraint staff_questionnaire_before_answers_check CHECK (((cardinality(before_answers) >= 1) AND (cardinality(before_answers) <= 30))),
  constraint staff_questionnaire_check CHECK ((cardinality(after_answers) = cardinality(before_answers))),
  constraint staff_questionnaire_check1 CHECK ((after_at > before_at)),
  constraint staff_questionnaire_check2 CHECK (((after_answers IS NULL) = (after_at IS NULL))),
  constraint staff_questionnaire_instrument_check CHECK (((length(instrument) >= 1) AND (length(instrument) <= 60))),
  constraint staff_questionnaire_school_year_check CHECK (((school_year >= 2000) AND (school_year <= 2100))),
  constraint staff_questionnaire_version_check CHECK ((version > 0))
);

create table support (
  id uuid not null,
  follow_up_id uuid not null,
  kind text not null,
  planned_from date not null,
  planned_until date not null,
  planned_hours numeric(5,1),
  started_on date,
  ended_on date,
  stop_reason text,
  tutor uuid,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint support_pkey PRIMARY KEY (id),
  constraint support_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint support_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint support_tutor_fkey FOREIGN KEY (tutor) REFERENCES person(id) ON DELETE SET NULL,
  constraint support_check CHECK ((planned_until >= planned_from)),
  constraint support_check1 CHECK (((ended_on IS NULL) = (stop_reason IS NULL))),
  constraint support_check2 CHECK (((ended_on IS NULL) OR (started_on IS NOT NULL) OR (stop_reason = 'never-begun'::text))),
  constraint support_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint support_planned_hours_check CHECK (((planned_hours >= (0)::numeric) AND (planned_hours <= (999)::numeric))),
  constraint support_stop_reason_check CHECK (((length(stop_reason) >= 1) AND (length(stop_reason) <= 60)))
);
CREATE INDEX support_follow_up ON public.support USING btree (follow_up_id);

create table support_session (
  id uuid not null,
  support_id uuid not null,
  on_day date not null,
  hours numeric(4,2) not null,
  recorded_by uuid,
  constraint support_session_pkey PRIMARY KEY (id),
  constraint support_session_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint support_session_support_id_fkey FOREIGN KEY (support_id) REFERENCES support(id) ON DELETE CASCADE,
  constraint support_session_hours_check CHECK (((hours > (0)::numeric) AND (hours <= (12)::numeric)))
);
CREATE INDEX support_session_support ON public.support_session USING btree (support_id, on_day);

create table survey_answer (
  id uuid not null,
  instrument text not null,
  version integer not null,
  occasion text not null,
  month date not null,
  answers jsonb not null,
  constraint survey_answer_pkey PRIMARY KEY (id),
  constraint survey_answer_instrument_check CHECK (((length(instrument) >= 3) AND (length(instrument) <= 60))),
  constraint survey_answer_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint survey_answer_occasion_check CHECK (((length(occasion) >= 1) AND (length(occasion) <= 100))),
  constraint survey_answer_version_check CHECK ((version > 0))
);
CREATE INDEX survey_answer_instrument ON public.survey_answer USING btree (instrument, version, occasion);

create table survey_occasion (
  person_id uuid not null,
  instrument text not null,
  occasion text not null,
  outcome text not null,
  constraint survey_occasion_pkey PRIMARY KEY (person_id, instrument, occasion),
  constraint survey_occasion_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint survey_occasion_instrument_check CHECK (((length(instrument) >= 3) AND (length(instrument) <= 60))),
  constraint survey_occasion_occasion_check CHECK (((length(occasion) >= 1) AND (length(occasion) <= 100))),
  constraint survey_occasion_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'passed'::text])))
);

create table survey_refusal (
  person_id uuid not null,
  refused_at timestamp with time zone not null,
  constraint survey_refusal_pkey PRIMARY KEY (person_id),
  constraint survey_refusal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

create table transfer (
  id uuid not null,
  follow_up_id uuid not null,
  code_hash bytea not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  to_school text,
  accepted_at timestamp with time zone,
  with_texts boolean default false not null,
  cancelled_at timestamp with time zone,
  constraint transfer_pkey PRIMARY KEY (id),
  constraint transfer_code_hash_key UNIQUE (code_hash),
  constraint transfer_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint transfer_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint transfer_to_school_fkey FOREIGN KEY (to_school) REFERENCES school(uai),
  constraint transfer_check CHECK (((to_school IS NULL) = (accepted_at IS NULL))),
  constraint transfer_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint transfer_end_check CHECK (((accepted_at IS NULL) OR (cancelled_at IS NULL)))
);
CREATE UNIQUE INDEX transfer_waiting ON public.transfer USING btree (follow_up_id) WHERE ((accepted_at IS NULL) AND (cancelled_at IS NULL));

create table watched_signal (
  follow_up_id uuid not null,
  signal text not null,
  place smallint,
  chosen_on date not null,
  dropped_on date,
  chosen_by uuid,
  constraint watched_signal_pkey PRIMARY KEY (follow_up_id, signal),
  constraint watched_signal_follow_up_id_place_key UNIQUE (follow_up_id, place),
  constraint watched_signal_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint watched_signal_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint watched_signal_check CHECK (((place IS NULL) = (dropped_on IS NOT NULL))),
  constraint watched_signal_place_check CHECK (((place >= 1) AND (place <= 5))),
  constraint watched_signal_signal_check CHECK (((signal ~ '^S(0[1-9]|1[0-4])$'::text) AND (signal <> 'S12'::text)))
);

create table withdrawn_attestation (
  code text not null,
  withdrawn_at timestamp with time zone not null,
  constraint withdrawn_attestation_pkey PRIMARY KEY (code),
  constraint withdrawn_attestation_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text))
);

create table workshop (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  content_id text not null,
  content_version integer not null,
  title text not null,
  label text not null,
  code text,
  shows_votes boolean not null,
  stage text default 'welcome'::text not null,
  version integer default 1 not null,
  opened_at timestamp with time zone not null,
  begun_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  participants integer,
  constraint workshop_pkey PRIMARY KEY (id),
  constraint workshop_code_key UNIQUE (code),
  constraint workshop_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint workshop_check CHECK (((stage = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint workshop_check1 CHECK (((ended_at IS NULL) = (participants IS NULL))),
  constraint workshop_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'::text)),
  constraint workshop_content_version_check CHECK ((content_version > 0)),
  constraint workshop_kind_check CHECK ((kind = ANY (ARRAY['case'::text, 'dialogue'::text]))),
  constraint workshop_label_check CHECK ((char_length(label) <= 60)),
  constraint workshop_participants_check CHECK ((participants >= 0)),
  constraint workshop_stage_check CHECK ((stage = ANY (ARRAY['welcome'::text, 'reading'::text, 'rounds'::text, 'commitments'::text, 'ended'::text])))
);
CREATE INDEX workshop_changed_at_idx ON public.workshop USING btree (changed_at) WHERE (code IS NOT NULL);
CREATE INDEX workshop_person_id_opened_at_idx ON public.workshop USING btree (person_id, opened_at DESC);

create table workshop_commitment (
  id uuid not null,
  workshop_id uuid not null,
  participant_id uuid,
  text text not null,
  status text not null,
  proposed_at timestamp with time zone not null,
  constraint workshop_commitment_pkey PRIMARY KEY (id),
  constraint workshop_commitment_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES workshop_participant(id) ON DELETE SET NULL,
  constraint workshop_commitment_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshop(id) ON DELETE CASCADE,
  constraint workshop_commitment_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'accepted'::text, 'refused'::text]))),
  constraint workshop_commitment_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 140)))
);
CREATE INDEX workshop_commitment_workshop_id_proposed_at_idx ON public.workshop_commitment USING btree (workshop_id, proposed_at);

create table workshop_participant (
  id uuid not null,
  workshop_id uuid not null,
  secret_hash bytea not null,
  profession text not null,
  joined_at timestamp with time zone not null,
  constraint workshop_participant_pkey PRIMARY KEY (id),
  constraint workshop_participant_secret_hash_key UNIQUE (secret_hash),
  constraint workshop_participant_workshop_id_id_key UNIQUE (workshop_id, id),
  constraint workshop_participant_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshop(id) ON DELETE CASCADE,
  constraint workshop_participant_secret_hash_check CHECK ((length(secret_hash) = 32))
);

create table workshop_round (
  workshop_id uuid not null,
  number smallint not null,
  body jsonb not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  revealed_at timestamp with time zone,
  followed text,
  after jsonb,
  shown jsonb,
  shown_moves integer default 0 not null,
  tally jsonb,
  constraint workshop_round_pkey PRIMARY KEY (workshop_id, number),
  constraint workshop_round_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshop(id) ON DELETE CASCADE,
  constraint workshop_round_check CHECK (((revealed_at IS NULL) OR (closed_at IS NOT NULL))),
  constraint workshop_round_check1 CHECK (((closed_at IS NULL) = (tally IS NULL))),
  constraint workshop_round_check2 CHECK (((followed IS NULL) = (after IS NULL))),
  constraint workshop_round_number_check CHECK (((number >= 1) AND (number <= 40)))
);

create table workshop_vote (
  workshop_id uuid not null,
  round smallint not null,
  participant_id uuid not null,
  choices text[] not null,
  revision integer default 1 not null,
  cast_at timestamp with time zone not null,
  constraint workshop_vote_pkey PRIMARY KEY (workshop_id, round, participant_id),
  constraint workshop_vote_workshop_id_participant_id_fkey FOREIGN KEY (workshop_id, participant_id) REFERENCES workshop_participant(workshop_id, id) ON DELETE CASCADE,
  constraint workshop_vote_workshop_id_round_fkey FOREIGN KEY (workshop_id, round) REFERENCES workshop_round(workshop_id, number) ON DELETE CASCADE,
  constraint workshop_vote_choices_check CHECK (((cardinality(choices) >= 1) AND (cardinality(choices) <= 2))),
  constraint workshop_vote_revision_check CHECK ((revision > 0))
);

create table young_questionnaire (
  id uuid not null,
  follow_up_id uuid not null,
  instrument text not null,
  occasion text not null,
  code_hash bytea not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answers smallint[],
  answered_at timestamp with time zone,
  version integer default 1 not null,
  draft smallint[],
  session_hash bytea,
  session_until timestamp with time zone,
  constraint young_questionnaire_pkey PRIMARY KEY (id),
  constraint young_questionnaire_code_hash_key UNIQUE (code_hash),
  constraint young_questionnaire_follow_up_id_instrument_occasion_key UNIQUE (follow_up_id, instrument, occasion),
  constraint young_questionnaire_session_hash_key UNIQUE (session_hash),
  constraint young_questionnaire_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id) ON DELETE SET NULL,
  constraint young_questionnaire_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  constraint young_questionnaire_answers_check CHECK (((cardinality(answers) >= 1) AND (cardinality(answers) <= 30))),
  constraint young_questionnaire_answers_check1 CHECK (((answers IS NULL) OR ((array_position(answers, NULL::smallint) IS NULL) AND (0 <= ALL (answers))))),
  constraint young_questionnaire_check CHECK (((answers IS NULL) = (answered_at IS NULL))),
  constraint young_questionnaire_check1 CHECK (((draft IS NULL) OR (answers IS NULL))),
  constraint young_questionnaire_check2 CHECK (((session_hash IS NULL) = (session_until IS NULL))),
  constraint young_questionnaire_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint young_questionnaire_draft_check CHECK (((cardinality(draft) >= 1) AND (cardinality(draft) <= 30))),
  constraint young_questionnaire_instrument_check CHECK (((length(instrument) >= 1) AND (length(instrument) <= 60))),
  constraint young_questionnaire_occasion_check CHECK ((occasion = ANY (ARRAY['before'::text, 'after'::text, 'six-months'::text]))),
  constraint young_questionnaire_session_hash_check CHECK ((length(session_hash) = 32)),
  constraint young_questionnaire_version_check CHECK ((version > 0))
);

create view follow_up_counted as
 SELECT f.id AS follow_up_id,
    f.school,
        CASE
            WHEN NOT f.continued THEN s.academie
            ELSE NULL::text
        END AS academie,
    f.school_year,
    f.level,
    f.age_band,
    k.kinds,
    COALESCE(m.measures, '{}'::text[]) AS measures,
    COALESCE(m.amounts, '{}'::integer[]) AS amounts
   FROM follow_up f
     JOIN school s ON s.uai = f.school
     JOIN ( SELECT follow_up_kind.follow_up_id,
            array_agg(follow_up_kind.kind ORDER BY follow_up_kind.kind) AS kinds
           FROM follow_up_kind
          GROUP BY follow_up_kind.follow_up_id) k ON k.follow_up_id = f.id
     LEFT JOIN ( SELECT follow_up_measure.follow_up_id,
            array_agg(follow_up_measure.measure ORDER BY follow_up_measure.measure) AS measures,
            array_agg(follow_up_measure.amount ORDER BY follow_up_measure.measure) AS amounts
           FROM follow_up_measure
          GROUP BY follow_up_measure.follow_up_id) m ON m.follow_up_id = f.id;

create view follow_up_kind as
 SELECT follow_up.id AS follow_up_id,
    'all'::text AS kind
   FROM follow_up
UNION ALL
 SELECT support.follow_up_id,
    support.kind
   FROM support
  WHERE support.started_on IS NOT NULL
  GROUP BY support.follow_up_id, support.kind
UNION ALL
 SELECT f.id AS follow_up_id,
    'none'::text AS kind
   FROM follow_up f
  WHERE NOT (EXISTS ( SELECT
           FROM support
          WHERE support.follow_up_id = f.id AND support.started_on IS NOT NULL));

create view follow_up_measure as
 SELECT m.follow_up_id,
    m.measure,
    m.amount
   FROM follow_up f
     JOIN ( SELECT follow_up.id AS follow_up_id,
            'followed'::text AS measure,
            1 AS amount
           FROM follow_up
        UNION ALL
         SELECT reached.follow_up_id,
            step.name,
            1
           FROM ( SELECT milestone.follow_up_id,
                    max(array_position('{contacted,interviewed,agreed,engaged,completed}'::text[], milestone.kind)) AS furthest
                   FROM milestone
                  GROUP BY milestone.follow_up_id) reached
             JOIN unnest('{contacted,interviewed,agreed,engaged,completed}'::text[]) WITH ORDINALITY step(name, place) ON step.place <= reached.furthest
        UNION ALL
         SELECT milestone.follow_up_id,
            (milestone.kind || ':'::text) || milestone.situation,
            1
           FROM milestone
          WHERE milestone.situation IS NOT NULL
        UNION ALL
         SELECT ended.follow_up_id,
            (later.name || ':waiting:'::text) || month_number(ended.on_day),
            1
           FROM milestone ended
             CROSS JOIN unnest('{six-months,twelve-months}'::text[]) later(name)
             LEFT JOIN milestone known ON known.follow_up_id = ended.follow_up_id AND known.kind = later.name
          WHERE ended.kind = 'exit'::text AND known.kind IS NULL
        UNION ALL
         SELECT f_1.id,
                CASE
                    WHEN known.left_on IS NOT NULL THEN 'left:'::text || GREATEST(0, month_number(known.left_on) - month_number(f_1.opened_on))
                    WHEN f_1.closed_on IS NOT NULL THEN 'stayed:'::text || GREATEST(0, month_number(GREATEST(f_1.closed_on, known.last_on)) - month_number(f_1.opened_on))
                    ELSE 'current:'::text || month_number(f_1.opened_on)
                END AS "case",
            1
           FROM follow_up f_1
             LEFT JOIN ( SELECT milestone.follow_up_id,
                    min(milestone.on_day) FILTER (WHERE milestone.situation = 'no-solution'::text) AS left_on,
                    max(milestone.on_day) FILTER (WHERE milestone.situation <> 'unknown'::text) AS last_on
                   FROM milestone
                  GROUP BY milestone.follow_up_id) known ON known.follow_up_id = f_1.id
        UNION ALL
         SELECT signal_after_six_months.follow_up_id,
            (('signal:'::text || signal_after_six_months.signal) || ':'::text) || COALESCE(signal_after_six_months.outcome ||
                CASE
                    WHEN signal_after_six_months.same_rater THEN ':same'::text
                    ELSE ':other'::text
                END, 'waiting:'::text || month_number(signal_after_six_months.first_on)),
            1
           FROM signal_after_six_months
        UNION ALL
         SELECT young_questionnaire.follow_up_id,
            (('asked:'::text || young_questionnaire.instrument) || ':'::text) || young_questionnaire.occasion,
            1
           FROM young_questionnaire
        UNION ALL
         SELECT young_questionnaire.follow_up_id,
            (('answered:'::text || young_questionnaire.instrument) || ':'::text) || young_questionnaire.occasion,
            1
           FROM young_questionnaire
          WHERE young_questionnaire.answers IS NOT NULL
        UNION ALL
         SELECT young_questionnaire.follow_up_id,
            (('score:'::text || young_questionnaire.instrument) || ':'::text) || score_of(young_questionnaire.answers),
            1
           FROM young_questionnaire
          WHERE young_questionnaire.occasion = 'before'::text AND (0 <> ALL (young_questionnaire.answers))
        UNION ALL
         SELECT young_questionnaire.follow_up_id,
            (((('item:'::text || young_questionnaire.instrument) || ':'::text) || item.place) || ':'::text) || item.answer,
            1
           FROM young_questionnaire
             CROSS JOIN LATERAL unnest(young_questionnaire.answers) WITH ORDINALITY item(answer, place)
          WHERE young_questionnaire.occasion = 'before'::text AND (0 <> ALL (young_questionnaire.answers))
        UNION ALL
         SELECT former.follow_up_id,
            (((((('pair:'::text || former.instrument) || ':'::text) || latter.occasion) || ':'::text) || young_score_of(former.answers)) || ':'::text) || young_score_of(latter.answers),
            1
           FROM young_questionnaire former
             JOIN young_questionnaire latter ON latter.follow_up_id = former.follow_up_id AND latter.instrument = former.instrument AND latter.version = former.version AND latter.occasion <> 'before'::text AND cardinality(latter.answers) = cardinality(former.answers)
          WHERE former.occasion = 'before'::text AND young_score_of(former.answers) IS NOT NULL AND young_score_of(latter.answers) IS NOT NULL
        UNION ALL
         SELECT seen.follow_up_id,
            step.name,
            1
           FROM ( SELECT f_1.id AS follow_up_id,
                    f_1.discussed_before + COALESCE(here.times, 0::bigint) AS times
                   FROM follow_up f_1
                     LEFT JOIN ( SELECT gpds_item.follow_up_id,
                            count(*) AS times
                           FROM gpds_item
                          WHERE gpds_item.discussed_at IS NOT NULL
                          GROUP BY gpds_item.follow_up_id) here ON here.follow_up_id = f_1.id) seen
             JOIN ( VALUES ('discussed'::text,1), ('discussed-again'::text,2)) step(name, times) ON step.times <= seen.times
        UNION ALL
         SELECT gpds_decision.follow_up_id,
            'decision:'::text || COALESCE(gpds_decision.outcome, 'waiting:'::text || month_number(gpds_decision.due)),
            count(*)::integer AS count
           FROM gpds_decision
          GROUP BY gpds_decision.follow_up_id, ('decision:'::text || COALESCE(gpds_decision.outcome, 'waiting:'::text || month_number(gpds_decision.due)))) m ON m.follow_up_id = f.id
  WHERE f.opposed_on IS NULL;

create view signal_after_six_months as
 SELECT entry.follow_up_id,
    entry.signal,
    entry.first_on,
        CASE
            WHEN same.later IS NOT NULL THEN change_of(same.start::integer, same.later::integer)
            WHEN latest.level IS NOT NULL THEN change_of(entry.level::integer, latest.level::integer)
            ELSE NULL::text
        END AS outcome,
    same.later IS NOT NULL AS same_rater
   FROM ( SELECT rated.follow_up_id,
            rated.signal,
            rated.first_on,
            max(rated.level) AS level
           FROM ( SELECT signal_rating.follow_up_id,
                    signal_rating.signal,
                    signal_rating.observed_on,
                    signal_rating.level,
                    min(signal_rating.observed_on) OVER (PARTITION BY signal_rating.follow_up_id, signal_rating.signal) AS first_on
                   FROM signal_rating) rated
          WHERE rated.observed_on = rated.first_on
          GROUP BY rated.follow_up_id, rated.signal, rated.first_on
         HAVING max(rated.level) >= 2) entry
     LEFT JOIN LATERAL ( SELECT later.level AS later,
            start.level AS start
           FROM signal_rating later
             JOIN signal_rating start ON start.follow_up_id = later.follow_up_id AND start.signal = later.signal AND start.rater = later.rater AND start.observed_on = entry.first_on
          WHERE later.follow_up_id = entry.follow_up_id AND later.signal = entry.signal AND later.observed_on >= (entry.first_on + '5 mons'::interval) AND later.observed_on <= (entry.first_on + '8 mons'::interval)
          ORDER BY later.observed_on DESC, later.recorded_at DESC
         LIMIT 1) same ON true
     LEFT JOIN LATERAL ( SELECT later.level
           FROM signal_rating later
          WHERE later.follow_up_id = entry.follow_up_id AND later.signal = entry.signal AND later.observed_on >= (entry.first_on + '5 mons'::interval) AND later.observed_on <= (entry.first_on + '8 mons'::interval)
          ORDER BY later.observed_on DESC, later.recorded_at DESC
         LIMIT 1) latest ON true;

CREATE OR REPLACE FUNCTION public.audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is append-only';
end $function$;

CREATE OR REPLACE FUNCTION public.cell_of(asked_scope text, asked_year smallint, asked_level text, asked_age text, asked_kind text)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  found_id integer;
begin
  select id into found_id from indicator_cell
  where scope = asked_scope and school_year = asked_year and level = asked_level and age_band = asked_age
    and kind = asked_kind;
  if found then return found_id; end if;
  insert into indicator_cell (scope, school_year, level, age_band, kind)
  values (asked_scope, asked_year, asked_level, asked_age, asked_kind)
  on conflict do nothing;
  select id into strict found_id from indicator_cell
  where scope = asked_scope and school_year = asked_year and level = asked_level and age_band = asked_age
    and kind = asked_kind;
  return found_id;
end $function$;

CREATE OR REPLACE FUNCTION public.change_of(entry integer, later integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (later > entry) THEN 'worse'::text WHEN (later = entry) THEN 'same'::text WHEN (later <= 1) THEN 'gone'::text ELSE 'reduced'::text END;

CREATE OR REPLACE FUNCTION public.count_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into indicator_count as known (cell, measure, n)
  values (cell_of('france', 0::smallint, 'all', 'all', 'survey'), 'invited:' || new.instrument || ':' || new.outcome, 1)
  on conflict (cell, measure) do update set n = known.n + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into indicator_count as known (cell, measure, n)
  select cell_of(moved.scope, moved.school_year, 'all', 'all', 'meeting') as cell, moved.measure, sum(moved.amount)
  from (
    select c.*, 1 as amount from meeting_counts_of(new) as c
    union all
    select c.*, -1 from meeting_counts_of(old) as c where tg_op = 'UPDATE'
  ) as moved
  group by 1, 2 having sum(moved.amount) <> 0
  order by 1, 2
  on conflict (cell, measure) do update set n = known.n + excluded.n;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_opinion()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into indicator_count as known (cell, measure, n)
  select cell_of('france', c.school_year, 'all', 'all', 'survey'), c.measure, 1
  from opinion_counts_of(new) as c
  order by 1, 2
  on conflict (cell, measure) do update set n = known.n + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_staff()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into indicator_count as known (cell, measure, n)
  select cell_of(scope, school_year, 'all', 'all', 'staff'), measure, sum(amount)
  from (
    select scope, new.school_year, measure, 1 as amount from staff_counts_of(new)
    union all
    select scope, old.school_year, measure, -1 from staff_counts_of(old) where tg_op = 'UPDATE'
  ) as moved
  group by scope, school_year, measure having sum(amount) <> 0
  order by scope, measure
  on conflict (cell, measure) do update set n = known.n + excluded.n;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.counts_of(said counted_follow_up)
 RETURNS TABLE(cell integer, measure text, amount integer)
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
begin
  return query
  select place.cell, counted.measure, counted.amount
  from (
    select cell_of(p.scope, said.school_year, p.level, p.age_band, k.kind) as cell, p.whole and k.kind = 'all' as whole
    from places_of(said) as p cross join unnest(said.kinds) as k (kind)
  ) as place
  cross join unnest(said.measures, said.amounts) as counted (measure, amount)
  where place.whole or counted.measure !~ '^(item|score):';
end $function$;

CREATE OR REPLACE FUNCTION public.end_what_a_school_gave()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.school is null then return null; end if;
  if old.role = 'direction' then
    update gpds_chair set ended_at = now()
      where school = old.school and person_id = old.person_id and ended_at is null;
  end if;
  if old.role = 'referent' then
    update follow_up set lead = null
      where school = old.school and lead = old.person_id and closed_on is null;
  end if;
  if not exists (select from membership where person_id = old.person_id and school = old.school) then
    update circle_member c set ended_at = now() from follow_up f
      where f.id = c.follow_up_id and f.school = old.school and c.person_id = old.person_id and c.ended_at is null;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_erased_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update indicator_count as known set erased = known.erased + gone.amount
  from counted_follow_up as c, counts_of(c) as gone
  where c.follow_up_id = old.id and known.cell = gone.cell and known.measure = gone.measure;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_erased_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update indicator_count set erased = erased + 1
  where cell = cell_of('france', 0::smallint, 'all', 'all', 'survey')
    and measure = 'invited:' || old.instrument || ':' || old.outcome;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_erased_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update indicator_count as known set erased = known.erased + 1
  from meeting_counts_of(old) as gone
  where known.cell = cell_of(gone.scope, gone.school_year, 'all', 'all', 'meeting') and known.measure = gone.measure;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_erased_staff_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update indicator_count as known set erased = known.erased + gone.amount
  from (select scope, measure, count(*) as amount from staff_counts_of(old) group by 1, 2) as gone
  where known.cell = cell_of(gone.scope, old.school_year, 'all', 'all', 'staff') and known.measure = gone.measure;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_withdrawn_attestation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into withdrawn_attestation (code, withdrawn_at) values (old.code, now()) on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.meeting_counts_of(said gpds_meeting)
 RETURNS TABLE(scope text, school_year smallint, measure text)
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if said.begun_at is null or said.prepared_seconds is null then return; end if;
  return query
  select place.scope,
    (extract(year from said.held_on) - case when extract(month from said.held_on) < 9 then 1 else 0 end)::smallint,
    'preparation:' || least(60, greatest(1, ceil(said.prepared_seconds / 60.0)))::integer
  from school as s cross join lateral (values (s.uai), (s.academie)) as place (scope)
  where s.uai = said.school;
end $function$;

CREATE OR REPLACE FUNCTION public.month_number(day date)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((EXTRACT(year FROM day) * (12)::numeric) + EXTRACT(month FROM day)))::integer;

CREATE OR REPLACE FUNCTION public.opinion_counts_of(said survey_answer)
 RETURNS TABLE(school_year smallint, measure text)
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return query
  select (extract(year from said.month) - case when extract(month from said.month) < 9 then 1 else 0 end)::smallint,
    'opinion:' || said.instrument || ':' || item.key || ':' || month_number(said.month) || ':' || item.value
  from jsonb_each_text(said.answers) as item;
end $function$;

CREATE OR REPLACE FUNCTION public.places_of(said counted_follow_up)
 RETURNS TABLE(scope text, level text, age_band text, whole boolean)
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
begin
  return query select place.* from (values
    (said.school, said.level, said.age_band, false), (said.academie, said.level, said.age_band, false),
    (said.academie, 'all', said.age_band, false), (said.academie, said.level, 'all', false),
    (said.academie, 'all', 'all', true)
  ) as place where place.column1 is not null;
end $function$;

CREATE OR REPLACE FUNCTION public.plain_french(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN translate(replace(replace(replace(replace(replace(lower(said), 'œ'::text, 'oe'::text), 'Œ'::text, 'oe'::text), 'æ'::text, 'ae'::text), 'Æ'::text, 'ae'::text), '’'::text, ' '::text), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ'::text, 'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy'::text);

CREATE OR REPLACE FUNCTION public.recount_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'DELETE' then perform recount_follow_up(new.follow_up_id); end if;
  if tg_op = 'DELETE' then perform recount_follow_up(old.follow_up_id);
  elsif tg_op = 'UPDATE' and old.follow_up_id <> new.follow_up_id then perform recount_follow_up(old.follow_up_id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.recount_changed_follow_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform recount_follow_up(new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.recount_everything()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  lock table indicator_count, counted_follow_up in exclusive mode;
  delete from counted_follow_up;
  insert into counted_follow_up select * from follow_up_counted;

  create temporary table recounted (
    scope text, school_year smallint, level text, age_band text, kind text, measure text, n integer
  ) on commit drop;
  insert into recounted
  select c.school, c.school_year, c.level, c.age_band, kind, said.measure, sum(said.amount)
  from counted_follow_up as c cross join unnest(c.kinds) as kind
  cross join unnest(c.measures, c.amounts) as said (measure, amount)
  where said.measure not like 'item:%' and said.measure not like 'score:%'
  group by 1, 2, 3, 4, 5, 6;
  insert into recounted
  select s.academie, school_year, r.level, age_band, r.kind, measure, sum(n)
  from recounted as r join school as s on s.uai = r.scope
  group by 1, 2, 3, 4, 5, 6;
  insert into recounted
  select scope, school_year, 'all', age_band, kind, measure, sum(n)
  from recounted where scope in (select code from academie) group by 1, 2, 4, 5, 6;
  insert into recounted
  select scope, school_year, level, 'all', kind, measure, sum(n)
  from recounted where scope in (select code from academie) group by 1, 2, 3, 5, 6;
  insert into recounted
  select c.academie, c.school_year, 'all', 'all', 'all', said.measure, sum(said.amount)
  from counted_follow_up as c cross join unnest(c.measures, c.amounts) as said (measure, amount)
  where said.measure like 'item:%' or said.measure like 'score:%'
  group by 1, 2, 6;
  insert into recounted
  select scope, s.school_year, 'all', 'all', 'staff', measure, count(*)
  from staff_questionnaire as s, staff_counts_of(s)
  group by 1, 2, 6;

  insert into recounted
  select c.scope, c.school_year, 'all', 'all', 'meeting', c.measure, count(*)
  from gpds_meeting as m, meeting_counts_of(m) as c
  group by 1, 2, 6;

  insert into recounted
  select 'france', c.school_year, 'all', 'all', 'survey', c.measure, count(*)
  from survey_answer as a, opinion_counts_of(a) as c
  group by 2, 6;
  insert into recounted
  select 'france', 0, 'all', 'all', 'survey', 'invited:' || instrument || ':' || outcome, count(*)
  from survey_occasion
  group by 6;

  analyze recounted;
  insert into indicator_cell (scope, school_year, level, age_band, kind)
  select distinct scope, school_year, level, age_band, kind from recounted
  on conflict do nothing;
  create temporary table kept on commit drop as select cell, measure, erased from indicator_count where erased > 0;
  truncate indicator_count;
  insert into indicator_count (cell, measure, n)
  select known.id, r.measure, r.n
  from recounted as r
  join indicator_cell as known using (scope, school_year, level, age_band, kind)
  order by known.id, r.measure collate "C";
  insert into indicator_count as known (cell, measure, n, erased)
  select cell, measure, erased, erased from kept
  on conflict (cell, measure) do update set n = known.n + excluded.n, erased = excluded.erased;
  drop table kept, recounted;
end $function$;

CREATE OR REPLACE FUNCTION public.recount_follow_up(subject uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  former counted_follow_up;
  latter counted_follow_up;
begin
  -- A file that is being erased keeps counting for what it did.
  if not exists (select from follow_up where id = subject) then return; end if;
  insert into counted_follow_up (follow_up_id) values (subject) on conflict do nothing;
  -- One change of a file at a time: the next statements see what the one before has written.
  select * into former from counted_follow_up where follow_up_id = subject for update;
  select * into latter from follow_up_counted where follow_up_id = subject;
  if former is not distinct from latter then return; end if;
  update counted_follow_up
  set (school, academie, school_year, level, age_band, kinds, measures, amounts) = (latter.school, latter.academie,
    latter.school_year, latter.level, latter.age_band, latter.kinds, latter.measures, latter.amounts)
  where follow_up_id = subject;
  -- In the order of the key, so that two changes wait for each other rather than both for ever.
  insert into indicator_count as known (cell, measure, n)
  select cell, measure, sum(amount)
  from (
    select cell, measure, -amount as amount from counts_of(former)
    union all
    select cell, measure, amount from counts_of(latter)
  ) as moved
  group by cell, measure having sum(amount) <> 0
  order by cell, measure
  on conflict (cell, measure) do update set n = known.n + excluded.n;
end $function$;

CREATE OR REPLACE FUNCTION public.remove_unpublished_proposals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from action_proposal where author = old.id and status <> 'published';
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.revoke_badge()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update badge_status set revoked_at = coalesce(revoked_at, now()) where place = old.place;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.revoke_unconfirmed_badge()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from badge where confirmation_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.score_of(answers smallint[])
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (sum(answer.answer))::integer AS sum FROM unnest(score_of.answers) answer(answer));

CREATE OR REPLACE FUNCTION public.staff_counts_of(said staff_questionnaire)
 RETURNS TABLE(scope text, measure text)
 LANGUAGE plpgsql
 STABLE
AS $function$
#variable_conflict use_column
begin
  return query select place.scope, measured.name
  from (values (said.school), (said.academie)) as place (scope)
  cross join lateral (
    values ('answered:' || said.instrument || ':before'),
      (case when said.after_at is not null then 'answered:' || said.instrument || ':after' end)
    union all
    select 'pair:' || said.instrument || part.name || ':after:'
      || score_of(said.before_answers[part.first:part.last]) || ':' || score_of(said.after_answers[part.first:part.last])
    from (values ('', 1, 30), ('.1', 1, 4), ('.2', 5, 8), ('.3', 9, 12)) as part (name, first, last)
    where said.after_at is not null and (part.name = '' or cardinality(said.before_answers) = 12)
    union all
    select 'score:' || said.instrument || ':' || score_of(said.before_answers) where place.scope = said.academie
    union all
    select 'item:' || said.instrument || ':' || item.place || ':' || item.answer
    from unnest(said.before_answers) with ordinality as item (answer, place)
    where place.scope = said.academie
  ) as measured (name)
  where place.scope is not null and measured.name is not null;
end $function$;

CREATE OR REPLACE FUNCTION public.words_of(title text, summary text, details text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((setweight(to_tsvector('french'::regconfig, plain_french(title)), 'A'::"char") || setweight(to_tsvector('french'::regconfig, plain_french(summary)), 'B'::"char")) || setweight(to_tsvector('french'::regconfig, plain_french(details)), 'C'::"char"));

CREATE OR REPLACE FUNCTION public.young_score_of(answers smallint[])
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN ((4 * count(*) FILTER (WHERE (answer.answer > 0))) >= (3 * cardinality(young_score_of.answers))) THEN (round(((cardinality(young_score_of.answers))::numeric * avg(answer.answer) FILTER (WHERE (answer.answer > 0)))))::integer ELSE NULL::integer END AS "case" FROM unnest(young_score_of.answers) answer(answer));

CREATE TRIGGER withdrawn AFTER DELETE ON public.attestation FOR EACH ROW EXECUTE FUNCTION keep_withdrawn_attestation();

CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

CREATE TRIGGER revoked AFTER DELETE ON public.badge FOR EACH ROW EXECUTE FUNCTION revoke_badge();

CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION recount_changed_follow_up();

CREATE TRIGGER erased_counts BEFORE DELETE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION keep_erased_counts();

CREATE TRIGGER counts AFTER INSERT OR DELETE OR UPDATE ON public.gpds_decision FOR EACH ROW EXECUTE FUNCTION recount_changed();

CREATE TRIGGER counts AFTER INSERT OR DELETE OR UPDATE ON public.gpds_item FOR EACH ROW EXECUTE FUNCTION recount_changed();

CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.gpds_meeting FOR EACH ROW EXECUTE FUNCTION count_meeting();

CREATE TRIGGER erased_counts BEFORE DELETE ON public.gpds_meeting FOR EACH ROW EXECUTE FUNCTION keep_erased_meeting();

CREATE TRIGGER left_the_school AFTER DELETE ON public.membership FOR EACH ROW EXECUTE FUNCTION end_what_a_school_gave();

CREATE TRIGGER counts AFTER INSERT OR DELETE OR UPDATE ON public.milestone FOR EACH ROW EXECUTE FUNCTION recount_changed();

CREATE TRIGGER unconfirmed AFTER UPDATE OF answer ON public.peer_confirmation FOR EACH ROW WHEN (((old.answer = 'confirmed'::text) AND (new.answer IS DISTINCT FROM 'confirmed'::text))) EXECUTE FUNCTION revoke_unconfirmed_badge();

CREATE TRIGGER unpublished_proposals BEFORE DELETE ON public.person FOR EACH ROW EXECUTE FUNCTION remove_unpublished_proposals();

CREATE TRIGGER counts AFTER INSERT OR DELETE OR UPDATE ON public.signal_rating FOR EACH ROW EXECUTE FUNCTION recount_changed();

CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.staff_questionnaire FOR EACH ROW EXECUTE FUNCTION count_staff();

CREATE TRIGGER erased_counts BEFORE DELETE ON public.staff_questionnaire FOR EACH ROW EXECUTE FUNCTION keep_erased_staff_counts();

CREATE TRIGGER counts AFTER INSERT OR DELETE OR UPDATE ON public.support FOR EACH ROW EXECUTE FUNCTION recount_changed();

CREATE TRIGGER counts AFTER INSERT ON public.survey_answer FOR EACH ROW EXECUTE FUNCTION count_opinion();

CREATE TRIGGER counts AFTER INSERT ON public.survey_occasion FOR EACH ROW EXECUTE FUNCTION count_invitation();

CREATE TRIGGER erased_counts BEFORE DELETE ON public.survey_occasion FOR EACH ROW EXECUTE FUNCTION keep_erased_invitation();

CREATE TRIGGER counts AFTER INSERT OR DELETE OR UPDATE ON public.young_questionnaire FOR EACH ROW EXECUTE FUNCTION recount_changed();
