CREATE TABLE "company" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "about" TEXT NOT NULL,
  "founded" INTEGER,
  "owner_question" TEXT NOT NULL,
  "feedback_channel" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "as_of" TEXT CHECK ("as_of" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE "settings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "currency" TEXT NOT NULL,
  "hours_norm" TEXT NOT NULL,
  "anonymity_threshold" INTEGER NOT NULL,
  "notice_days" INTEGER NOT NULL,
  "weeks_per_year" INTEGER NOT NULL,
  "round_to" TEXT NOT NULL,
  "steps_off" TEXT NOT NULL CHECK ("steps_off" GLOB '[[]*]'),
  "strict_runs" INTEGER NOT NULL CHECK ("strict_runs" IN (0, 1)),
  "brand_accent" TEXT,
  "brand_footer" TEXT NOT NULL,
  "brand_logo" TEXT
) STRICT;

CREATE TABLE "session" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "dates" TEXT NOT NULL CHECK ("dates" GLOB '[[]*]'),
  "format" TEXT NOT NULL CHECK ("format" IN ('three_hours', 'one_day', 'series')),
  "starts_at" TEXT,
  "facilitator" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "participants" TEXT NOT NULL CHECK ("participants" GLOB '[[]*]'),
  "absent" TEXT NOT NULL CHECK ("absent" GLOB '[[]*]'),
  "rules" TEXT NOT NULL CHECK ("rules" GLOB '[[]*]')
) STRICT;

CREATE TABLE "diagnosis" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "problem_statement" TEXT NOT NULL,
  "accepted_by" TEXT NOT NULL CHECK ("accepted_by" GLOB '[[]*]')
) STRICT;

CREATE TABLE "ledger" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "file" TEXT,
  "currency" TEXT,
  "addon_services" TEXT NOT NULL CHECK ("addon_services" GLOB '[[]*]'),
  "client_aliases" TEXT NOT NULL CHECK ("client_aliases" GLOB '[[]*]'),
  "service_aliases" TEXT NOT NULL CHECK ("service_aliases" GLOB '[[]*]'),
  "department_aliases" TEXT NOT NULL CHECK ("department_aliases" GLOB '[[]*]')
) STRICT;

CREATE TABLE "ledger_batches" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "file" TEXT NOT NULL,
  "imported_at" TEXT NOT NULL,
  "active" INTEGER NOT NULL CHECK ("active" IN (0, 1)),
  "row_count" INTEGER NOT NULL,
  "report" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "agenda" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "step" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "departments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "short" TEXT NOT NULL,
  "aliases" TEXT NOT NULL CHECK ("aliases" GLOB '[[]*]'),
  "head_person_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "positions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "department_text" TEXT,
  "level" INTEGER,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "people" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "department_text" TEXT,
  "position_id" TEXT REFERENCES "positions" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "employment" TEXT NOT NULL,
  "active" INTEGER NOT NULL CHECK ("active" IN (0, 1)),
  "joined_on" TEXT CHECK ("joined_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "left_on" TEXT CHECK ("left_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "notes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('parking', 'decision', 'idea', 'opportunity', 'question')),
  "step" TEXT,
  "text" TEXT NOT NULL,
  "created_at" TEXT,
  "resolved" INTEGER NOT NULL CHECK ("resolved" IN (0, 1)),
  "action_id" TEXT REFERENCES "actions" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "private_notes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "image_cards" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "list" TEXT NOT NULL CHECK ("list" IN ('self', 'other', 'guess')),
  "text" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "activities" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "group" TEXT,
  "key" INTEGER NOT NULL CHECK ("key" IN (0, 1)),
  "audited" INTEGER NOT NULL CHECK ("audited" IN (0, 1)),
  "same_object" TEXT NOT NULL CHECK ("same_object" IN ('yes', 'no', 'unknown')),
  "existing_rule" TEXT,
  "existing_rule_confirmed_by" TEXT NOT NULL CHECK ("existing_rule_confirmed_by" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "functions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "person_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "position_id" TEXT REFERENCES "positions" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "performed_by" TEXT CHECK ("performed_by" IN ('person', 'position', 'department')),
  "text" TEXT NOT NULL,
  "hours_per_week" TEXT,
  "activity_id" TEXT REFERENCES "activities" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "outside_list" INTEGER NOT NULL CHECK ("outside_list" IN (0, 1)),
  "comment" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "claims" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "activity_id" TEXT NOT NULL REFERENCES "activities" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "answer" TEXT NOT NULL CHECK ("answer" IN ('we', 'they', 'both', 'nobody', 'unknown')),
  "others" TEXT NOT NULL CHECK ("others" GLOB '[[]*]'),
  "wave" INTEGER NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "decisions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "activity_id" TEXT REFERENCES "activities" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "type" TEXT NOT NULL CHECK ("type" IN ('assign', 'split', 'joint', 'stop', 'defer')),
  "owner_department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "split_rule" TEXT,
  "confirmed_by" TEXT NOT NULL CHECK ("confirmed_by" GLOB '[[]*]'),
  "reason" TEXT,
  "decided_on" TEXT CHECK ("decided_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "deferred_until" TEXT CHECK ("deferred_until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "dissent" TEXT,
  "awaits_owner" INTEGER NOT NULL CHECK ("awaits_owner" IN (0, 1)),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "match_answers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('must_link', 'related', 'cannot_link')),
  "a" TEXT NOT NULL REFERENCES "functions" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "b" TEXT NOT NULL REFERENCES "functions" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "dictionary" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "word" TEXT NOT NULL,
  "synonyms" TEXT NOT NULL CHECK ("synonyms" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "raci_rows" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "activity_id" TEXT NOT NULL REFERENCES "activities" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "raci_cells" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "activity_id" TEXT NOT NULL REFERENCES "raci_rows" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "person_id" TEXT NOT NULL REFERENCES "people" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "letters" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "role_cards" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "person_id" TEXT NOT NULL REFERENCES "people" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "purpose" TEXT,
  "decides_alone" TEXT,
  "stops_doing" TEXT,
  "acknowledged_on" TEXT CHECK ("acknowledged_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "competences" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "text" TEXT NOT NULL,
  "chosen" INTEGER NOT NULL CHECK ("chosen" IN (0, 1)),
  "k2_score" INTEGER,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "competence_votes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "competence_id" TEXT NOT NULL REFERENCES "competences" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "criterion" TEXT NOT NULL,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "votes" TEXT NOT NULL CHECK ("votes" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "indicators" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "unit" TEXT,
  "direction" TEXT NOT NULL CHECK ("direction" IN ('up', 'down')),
  "frequency" TEXT NOT NULL CHECK ("frequency" IN ('weekly', 'monthly', 'quarterly')),
  "baseline" TEXT,
  "baseline_date" TEXT CHECK ("baseline_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "target" TEXT,
  "deadline" TEXT CHECK ("deadline" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "alarm_limit" TEXT,
  "owner_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "indicator_points" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "indicator_id" TEXT NOT NULL REFERENCES "indicators" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "value" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "goals" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "metric" TEXT,
  "unit" TEXT,
  "unit_kind" TEXT CHECK ("unit_kind" IN ('percent', 'money', 'count', 'hours', 'days')),
  "baseline" TEXT,
  "baseline_date" TEXT CHECK ("baseline_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "target" TEXT,
  "direction" TEXT NOT NULL CHECK ("direction" IN ('up', 'down')),
  "deadline" TEXT CHECK ("deadline" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "owner_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT,
  "indicator_id" TEXT REFERENCES "indicators" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "confidence" TEXT NOT NULL CHECK ("confidence" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "contributions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goal_id" TEXT NOT NULL REFERENCES "goals" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "handoffs" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "from_department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "to_department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "from_person_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "to_person_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "activity_id" TEXT REFERENCES "activities" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "trigger" TEXT,
  "package" TEXT NOT NULL CHECK ("package" GLOB '[[]*]'),
  "acceptance" TEXT,
  "response_hours" TEXT,
  "escalation" TEXT,
  "accepted_by" TEXT NOT NULL CHECK ("accepted_by" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "projects" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('project', 'team')),
  "purpose" TEXT,
  "leader_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "sponsor_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "team" TEXT NOT NULL CHECK ("team" GLOB '[[]*]'),
  "start" TEXT CHECK ("start" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "end" TEXT CHECK ("end" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "result_metric" TEXT,
  "result_target" TEXT,
  "cost" TEXT,
  "hours" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "project_stages" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "project_id" TEXT NOT NULL REFERENCES "projects" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "due" TEXT CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'in_progress', 'done', 'cancelled')),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "training" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('cross_department', 'communication', 'skill')),
  "host_department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "audience" TEXT NOT NULL CHECK ("audience" GLOB '[[]*]'),
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "hours" TEXT,
  "evaluation" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('planned', 'done', 'cancelled')),
  "cost" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "skills" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "critical" INTEGER NOT NULL CHECK ("critical" IN (0, 1)),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "skill_levels" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "skill_id" TEXT NOT NULL REFERENCES "skills" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "person_id" TEXT NOT NULL REFERENCES "people" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "level" INTEGER NOT NULL,
  "confirmed" INTEGER NOT NULL CHECK ("confirmed" IN (0, 1)),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "meetings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "purpose" TEXT,
  "cadence" TEXT NOT NULL CHECK ("cadence" IN ('weekly', 'biweekly', 'monthly', 'quarterly')),
  "weekday" INTEGER,
  "time" TEXT,
  "timezone" TEXT,
  "duration_min" INTEGER,
  "owner_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "participants" TEXT NOT NULL CHECK ("participants" GLOB '[[]*]'),
  "agenda" TEXT NOT NULL CHECK ("agenda" GLOB '[[]*]'),
  "first_date" TEXT CHECK ("first_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "last_held" TEXT CHECK ("last_held" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "minutes_kept" INTEGER NOT NULL CHECK ("minutes_kept" IN (0, 1)),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "meeting_log" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting_id" TEXT NOT NULL REFERENCES "meetings" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "held" INTEGER NOT NULL CHECK ("held" IN (0, 1)),
  "decisions" TEXT NOT NULL CHECK ("decisions" GLOB '[[]*]'),
  "rating" INTEGER,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "reward_schemes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "valid_from" TEXT CHECK ("valid_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "approved_on" TEXT CHECK ("approved_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "notice_date" TEXT CHECK ("notice_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "owner_approved" INTEGER CHECK ("owner_approved" IN (0, 1)),
  "period" TEXT,
  "transition_rule" TEXT,
  "round_to" TEXT NOT NULL,
  "personal_cap" TEXT,
  "fund_limit" TEXT,
  "gate_indicator" TEXT,
  "gate_min_achievement" TEXT,
  "gate_multiplier" TEXT,
  "gate_applies_to" TEXT NOT NULL CHECK ("gate_applies_to" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "reward_indicators" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "scheme_id" TEXT NOT NULL REFERENCES "reward_schemes" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "code" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('individual', 'department', 'joint')),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('ratio', 'rank')),
  "direction" TEXT NOT NULL CHECK ("direction" IN ('up', 'down')),
  "threshold" TEXT,
  "payout_at_threshold" TEXT,
  "slope" TEXT,
  "cap" TEXT,
  "source" TEXT,
  "zero_sum" INTEGER NOT NULL CHECK ("zero_sum" IN (0, 1)),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "reward_weights" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "scheme_id" TEXT NOT NULL REFERENCES "reward_schemes" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "position_id" TEXT NOT NULL REFERENCES "positions" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "indicator" TEXT NOT NULL,
  "weight" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "target_bonuses" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "scheme_id" TEXT NOT NULL REFERENCES "reward_schemes" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "person_id" TEXT NOT NULL REFERENCES "people" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "amount" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "reward_facts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "scheme_id" TEXT NOT NULL REFERENCES "reward_schemes" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "indicator" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "plan" TEXT,
  "fact" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "credit_rules" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "scheme_id" TEXT NOT NULL REFERENCES "reward_schemes" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "code" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "method" TEXT NOT NULL CHECK ("method" IN ('split', 'double', 'single')),
  "shares" TEXT NOT NULL CHECK ("shares" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "recognition" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "form" TEXT NOT NULL CHECK ("form" IN ('public', 'material', 'development')),
  "cadence" TEXT,
  "criteria" TEXT,
  "owner_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "surveys" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "threshold" INTEGER NOT NULL,
  "scale" TEXT NOT NULL CHECK ("scale" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "survey_invitations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "survey_id" TEXT NOT NULL REFERENCES "surveys" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "invited" INTEGER NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "survey_questions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "survey_id" TEXT NOT NULL REFERENCES "surveys" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "code" TEXT NOT NULL,
  "recommendation" INTEGER,
  "reversed" INTEGER NOT NULL CHECK ("reversed" IN (0, 1)),
  "text" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "survey_responses" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "survey_id" TEXT NOT NULL REFERENCES "surveys" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "answers" TEXT NOT NULL CHECK ("answers" GLOB '[[]*]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "survey_comments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "survey_id" TEXT NOT NULL REFERENCES "surveys" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "suggestions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "department_id" TEXT REFERENCES "departments" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('new', 'accepted', 'declined', 'done')),
  "reply_date" TEXT CHECK ("reply_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "reply" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "actions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "owner_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "co_owner_id" TEXT REFERENCES "people" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'in_progress', 'done', 'cancelled')),
  "recommendations" TEXT NOT NULL CHECK ("recommendations" GLOB '[[]*]'),
  "result" TEXT,
  "goal_id" TEXT REFERENCES "goals" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  "done_on" TEXT CHECK ("done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "depends_on" TEXT NOT NULL CHECK ("depends_on" GLOB '[[]*]'),
  "cost" TEXT,
  "hours" TEXT,
  "original_due" TEXT CHECK ("original_due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "moves" INTEGER NOT NULL,
  "moved_reason" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "followups" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "day" INTEGER NOT NULL,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "held_on" TEXT CHECK ("held_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "notes" TEXT,
  "hours" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "sign_offs" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "person_id" TEXT NOT NULL REFERENCES "people" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "signed_on" TEXT CHECK ("signed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "waivers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "rule" TEXT NOT NULL,
  "object_id" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "unresolved_references" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "object_table" TEXT NOT NULL,
  "object_id" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "index" INTEGER NOT NULL,
  "value" TEXT,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "ledger_rows" (
  "number" INTEGER PRIMARY KEY,
  "batch_id" TEXT NOT NULL REFERENCES "ledger_batches" ("id") ON DELETE CASCADE,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "department_id" TEXT NOT NULL,
  "client" TEXT NOT NULL,
  "client_key" TEXT NOT NULL,
  "service" TEXT NOT NULL,
  "service_key" TEXT NOT NULL,
  "cents" INTEGER NOT NULL,
  "document" TEXT,
  "manager" TEXT
) STRICT;

CREATE INDEX "ledger_rows_batch" ON "ledger_rows" ("batch_id");
