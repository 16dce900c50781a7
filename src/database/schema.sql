-- Written by « npm run schema » from the migrations: do not edit.

create table academie (
  code text not null,
  name text not null,
  constraint academie_pkey PRIMARY KEY (code),
  constraint academie_name_key UNIQUE (name),
  constraint academie_code_check CHECK ((code ~ '^[0-9]{2}$'::text))
);

create table answer (
  evaluation_id uuid not null,
  "position" smallint not null,
  response jsonb not null,
  credit smallint not null,
  answered_at timestamp with time zone not null,
  constraint answer_pkey PRIMARY KEY (evaluation_id, "position"),
  constraint answer_evaluation_id_position_fkey FOREIGN KEY (evaluation_id, "position") REFERENCES served_question(evaluation_id, "position") ON DELETE CASCADE,
  constraint answer_credit_check CHECK (((credit >= 0) AND (credit <= 10)))
);

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

create table demonstration_mail (
  id bigint generated always as identity not null,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamp with time zone not null,
  constraint demonstration_mail_pkey PRIMARY KEY (id)
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
  mean_before double precision[] not null,
  covariance_before double precision[] not null,
  mean_after double precision[],
  covariance_after double precision[],
  answers_after integer,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  stage smallint default 1 not null,
  excluded text[] default '{}'::text[] not null,
  learnt text[] default '{}'::text[] not null,
  constraint evaluation_pkey PRIMARY KEY (id),
  constraint evaluation_person_id_number_key UNIQUE (person_id, number),
  constraint evaluation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint evaluation_check CHECK (((kind = 'depth'::text) = (competence IS NOT NULL))),
  constraint evaluation_check1 CHECK (((status = 'open'::text) = (ended_at IS NULL))),
  constraint evaluation_check2 CHECK ((((status = 'open'::text) = (mean_after IS NULL)) AND ((mean_after IS NULL) = (covariance_after IS NULL)))),
  constraint evaluation_competence_check CHECK ((competence ~ '^[1-9]\.[1-9]$'::text)),
  constraint evaluation_covariance_after_check CHECK ((cardinality(covariance_after) = 256)),
  constraint evaluation_covariance_before_check CHECK ((cardinality(covariance_before) = 256)),
  constraint evaluation_drift_months_check CHECK ((drift_months >= (0)::double precision)),
  constraint evaluation_kind_check CHECK ((kind = ANY (ARRAY['stage'::text, 'depth'::text]))),
  constraint evaluation_length_check CHECK (((length >= 1) AND (length <= 40))),
  constraint evaluation_mean_after_check CHECK ((cardinality(mean_after) = 16)),
  constraint evaluation_mean_before_check CHECK ((cardinality(mean_before) = 16)),
  constraint evaluation_number_check CHECK ((number > 0)),
  constraint evaluation_occasion_check CHECK ((occasion > 0)),
  constraint evaluation_stage_check CHECK (((stage >= 1) AND (stage <= 20))),
  constraint evaluation_status_check CHECK ((status = ANY (ARRAY['open'::text, 'finished'::text, 'stopped'::text])))
);
CREATE UNIQUE INDEX evaluation_one_open ON public.evaluation USING btree (person_id) WHERE (status = 'open'::text);

create table membership (
  id bigint generated always as identity not null,
  person_id uuid not null,
  role text not null,
  school text,
  academie text,
  created_at timestamp with time zone not null,
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
  constraint membership_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'referent'::text, 'direction'::text, 'formateur'::text, 'academie'::text, 'national'::text])))
);
CREATE INDEX membership_school ON public.membership USING btree (school);

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
  constraint person_pkey PRIMARY KEY (id),
  constraint person_audit_actor_key UNIQUE (audit_actor),
  constraint person_email_key UNIQUE (email),
  constraint person_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 100))),
  constraint person_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320)))),
  constraint person_profession_check CHECK (((length(profession) >= 1) AND (length(profession) <= 40)))
);

create table person_ability (
  person_id uuid not null,
  mean double precision[] not null,
  covariance double precision[] not null,
  answers integer not null,
  as_of timestamp with time zone not null,
  constraint person_ability_pkey PRIMARY KEY (person_id),
  constraint person_ability_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint person_ability_answers_check CHECK ((answers >= 0)),
  constraint person_ability_covariance_check CHECK ((cardinality(covariance) = 256)),
  constraint person_ability_mean_check CHECK ((cardinality(mean) = 16))
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
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint plan_act_check CHECK (((length(act) >= 1) AND (length(act) <= 300))),
  constraint plan_check CHECK (((outcome IS NULL) = (looked_back_at IS NULL))),
  constraint plan_check1 CHECK (((outcome IS NULL) = (what_happened IS NULL))),
  constraint plan_help_check CHECK ((length(help) <= 300)),
  constraint plan_module_id_check CHECK (((length(module_id) >= 1) AND (length(module_id) <= 100))),
  constraint plan_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'partly'::text, 'not-yet'::text]))),
  constraint plan_situation_check CHECK (((length(situation) >= 1) AND (length(situation) <= 300))),
  constraint plan_what_happened_check CHECK ((length(what_happened) <= 1000))
);
CREATE INDEX plan_person ON public.plan USING btree (person_id, due);
CREATE UNIQUE INDEX plan_waiting ON public.plan USING btree (person_id, due, md5(situation), md5(act)) WHERE (outcome IS NULL);

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
  constraint school_pkey PRIMARY KEY (uai),
  constraint school_academie_fkey FOREIGN KEY (academie) REFERENCES academie(code),
  constraint school_city_check CHECK (((length(city) >= 1) AND (length(city) <= 100))),
  constraint school_kind_check CHECK ((kind = ANY (ARRAY['ecole'::text, 'college'::text, 'lycee'::text, 'lycee-professionnel'::text, 'lycee-polyvalent'::text, 'erea'::text, 'autre'::text]))),
  constraint school_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint school_uai_check CHECK ((uai ~ '^[0-9]{7}[A-Z]$'::text))
);

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
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
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
  constraint sign_in_code_pkey PRIMARY KEY (id),
  constraint sign_in_code_attempts_check CHECK (((attempts >= 0) AND (attempts <= 5)))
);
CREATE INDEX sign_in_code_email ON public.sign_in_code USING btree (email, created_at);

CREATE OR REPLACE FUNCTION public.audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is append-only';
end $function$;

CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
