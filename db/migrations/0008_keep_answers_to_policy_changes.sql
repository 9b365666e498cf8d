CREATE TABLE "policy_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "policy_answers_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"notice_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"late" boolean NOT NULL,
	"channel" text NOT NULL,
	"recorded_by" text,
	"at" timestamptz NOT NULL,
	CONSTRAINT "policy_answers_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "policy_measures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"answer_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "policy_measures_answerId_unique" UNIQUE("answer_id")
);
--> statement-breakpoint
CREATE TABLE "policy_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version_id" uuid NOT NULL,
	"email_sealed" text,
	"email_index" text,
	"country" text NOT NULL,
	"locale" text NOT NULL,
	"answer_key_index" text,
	"mail_id" uuid NOT NULL,
	"created_at" timestamptz NOT NULL,
	"purged_at" timestamptz,
	CONSTRAINT "policy_notices_answerKeyIndex_unique" UNIQUE("answer_key_index"),
	CONSTRAINT "policy_notices_mailId_unique" UNIQUE("mail_id")
);
--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"effective_from" date NOT NULL,
	"material" boolean NOT NULL,
	"texts" jsonb NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamptz NOT NULL,
	CONSTRAINT "policy_versions_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "policy_answers" ADD CONSTRAINT "policy_answers_notice_id_policy_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."policy_notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_measures" ADD CONSTRAINT "policy_measures_answer_id_policy_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."policy_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_notices" ADD CONSTRAINT "policy_notices_version_id_policy_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "policy_answers_notice" ON "policy_answers" USING btree ("notice_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "policy_notices_address" ON "policy_notices" USING btree ("version_id","email_index");--> statement-breakpoint
-- What was published and answered is evidence: the application's role may insert and read (db/roles.ts), and this
-- trigger refuses everything else even to the owner, who would have to drop it in the open first.
CREATE FUNCTION refuse_policy_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'policy log: % on % is refused, rows are only ever added', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER policy_answers_append_only BEFORE UPDATE OR DELETE ON policy_answers
  FOR EACH ROW EXECUTE FUNCTION refuse_policy_change();
--> statement-breakpoint
CREATE TRIGGER policy_answers_no_truncate BEFORE TRUNCATE ON policy_answers
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_policy_change();
--> statement-breakpoint
CREATE TRIGGER policy_versions_append_only BEFORE UPDATE OR DELETE ON policy_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_policy_change();
--> statement-breakpoint
CREATE TRIGGER policy_versions_no_truncate BEFORE TRUNCATE ON policy_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_policy_change();
