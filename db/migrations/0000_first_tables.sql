CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamptz NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"request_id" uuid,
	"item_id" uuid,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamptz NOT NULL,
	CONSTRAINT "audit_seals_entryId_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"bucket" text NOT NULL,
	"window_start" timestamptz NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_bucket_window_start_pk" PRIMARY KEY("bucket","window_start")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"message_id" uuid,
	"purpose" text NOT NULL,
	"storage_key" text NOT NULL,
	"name_sealed" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"uploaded_by" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"purged_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"ground" text,
	"reasons_sealed" text,
	"regulator" jsonb,
	"remedy" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamptz NOT NULL,
	CONSTRAINT "decisions_itemId_unique" UNIQUE("item_id")
);
--> statement-breakpoint
CREATE TABLE "execution_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"system" text NOT NULL,
	"executed_by" text NOT NULL,
	"executed_at" timestamptz NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"evidence_sealed" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"item_id" uuid,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"body_sealed" text NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"to_sealed" text,
	"params_sealed" text,
	"reference" text,
	"message_id" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"created_at" timestamptz NOT NULL,
	"sent_at" timestamptz,
	"purged_at" timestamptz,
	CONSTRAINT "outbox_mails_messageId_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "collection_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"status" text NOT NULL,
	"data_map_digest" text,
	"started_by" text NOT NULL,
	"queued_at" timestamptz NOT NULL,
	"started_at" timestamptz,
	"finished_at" timestamptz,
	"failure" text,
	"reviewed_by" text,
	"reviewed_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "collection_sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"dataset" text NOT NULL,
	"collection" text NOT NULL,
	"status" text NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"third_party_rows" integer DEFAULT 0 NOT NULL,
	"storage_key" text,
	"failure" text,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_candidates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"dataset" text NOT NULL,
	"collection" text NOT NULL,
	"key_sealed" text NOT NULL,
	"summary_sealed" text NOT NULL,
	"decision" text DEFAULT 'undecided' NOT NULL,
	"reason_sealed" text,
	"decided_by" text,
	"decided_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"status" text NOT NULL,
	"storage_key" text,
	"bytes" bigint,
	"rows" integer,
	"files" integer,
	"signing_key_id" text,
	"failure" text,
	"queued_at" timestamptz NOT NULL,
	"built_at" timestamptz,
	"delivered_at" timestamptz,
	"expires_at" timestamptz,
	"downloads" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_sealed" text,
	"created_at" timestamptz NOT NULL,
	"retired_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "withholdings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"dataset" text NOT NULL,
	"collection" text NOT NULL,
	"row" integer,
	"fields" jsonb,
	"ground" text NOT NULL,
	"citation" text NOT NULL,
	"reason_sealed" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"lifted_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "delivery_authorities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"authority_seen" text NOT NULL,
	"recipient" text NOT NULL,
	"reason_sealed" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "delivery_authorities_requestId_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "identity_proofs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"method" text NOT NULL,
	"assurance" text NOT NULL,
	"attributes_compared" jsonb NOT NULL,
	"reason_sealed" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"revoked_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid,
	"purpose" text NOT NULL,
	"address_index" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"consumed_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "proven_attributes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"proof_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value_sealed" text NOT NULL,
	"value_index" text NOT NULL,
	"recorded_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subject_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"revoked_at" timestamptz,
	CONSTRAINT "subject_sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "closure_days" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"calendar" text NOT NULL,
	"day" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"config_sealed" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "connections_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "controllers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"contact_email" text NOT NULL,
	"jurisdictions" jsonb NOT NULL,
	"calendar" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_maps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"yaml" text NOT NULL,
	"digest" text NOT NULL,
	"activated_by" text NOT NULL,
	"activated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"contact_email" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_targets" (
	"jurisdiction" text NOT NULL,
	"right" text NOT NULL,
	"calendar_days" integer NOT NULL,
	CONSTRAINT "work_targets_jurisdiction_right_pk" PRIMARY KEY("jurisdiction","right")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'auditor' NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"two_factor_enabled" boolean DEFAULT false,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "staff_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "staff_two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"item_id" uuid,
	"kind" text NOT NULL,
	"at" timestamptz NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filing_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"data_sealed" text NOT NULL,
	"updated_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	CONSTRAINT "filing_drafts_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "request_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"right" text NOT NULL,
	"status" text NOT NULL,
	"details_sealed" text,
	"pack_id" text,
	"pack_version" text,
	"deadline" jsonb,
	"steer_at" timestamptz,
	"extensions" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"submission_key" text NOT NULL,
	"locale" text NOT NULL,
	"country" text NOT NULL,
	"region" text,
	"jurisdiction" text NOT NULL,
	"regime_kind" text NOT NULL,
	"received_at" timestamptz NOT NULL,
	"filed_for" text NOT NULL,
	"name_sealed" text,
	"email_sealed" text,
	"email_index" text,
	"account_sealed" text,
	"account_index" text,
	"representative_sealed" text,
	"assurance" text DEFAULT 'none' NOT NULL,
	"assigned_to" text,
	"contact_verified_at" timestamptz,
	"expiry_warned_at" timestamptz,
	"closed_at" timestamptz,
	"payload_purged_at" timestamptz,
	CONSTRAINT "requests_reference_unique" UNIQUE("reference"),
	CONSTRAINT "requests_submissionKey_unique" UNIQUE("submission_key")
);
--> statement-breakpoint
CREATE TABLE "residence_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"country" text NOT NULL,
	"region" text,
	"jurisdiction" text NOT NULL,
	"reason_sealed" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "execution_records" ADD CONSTRAINT "execution_records_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_runs" ADD CONSTRAINT "collection_runs_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_sources" ADD CONSTRAINT "collection_sources_run_id_collection_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."collection_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_candidates" ADD CONSTRAINT "match_candidates_run_id_collection_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."collection_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packages" ADD CONSTRAINT "packages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packages" ADD CONSTRAINT "packages_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packages" ADD CONSTRAINT "packages_run_id_collection_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."collection_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_run_id_collection_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."collection_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_authorities" ADD CONSTRAINT "delivery_authorities_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_proofs" ADD CONSTRAINT "identity_proofs_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proven_attributes" ADD CONSTRAINT "proven_attributes_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proven_attributes" ADD CONSTRAINT "proven_attributes_proof_id_identity_proofs_id_fk" FOREIGN KEY ("proof_id") REFERENCES "public"."identity_proofs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject_sessions" ADD CONSTRAINT "subject_sessions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_accounts" ADD CONSTRAINT "staff_accounts_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_two_factors" ADD CONSTRAINT "staff_two_factors_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_items" ADD CONSTRAINT "request_items_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence_records" ADD CONSTRAINT "residence_records_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_request" ON "audit_entries" USING btree ("request_id","id");--> statement-breakpoint
CREATE INDEX "rate_limits_window" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "attachments_request" ON "attachments" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "execution_records_item" ON "execution_records" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "messages_request" ON "messages" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_mails_unsent" ON "outbox_mails" USING btree ("sent_at","created_at");--> statement-breakpoint
CREATE INDEX "collection_runs_request" ON "collection_runs" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "collection_sources_place" ON "collection_sources" USING btree ("run_id","dataset","collection");--> statement-breakpoint
CREATE INDEX "match_candidates_run" ON "match_candidates" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "packages_request" ON "packages" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "withholdings_run" ON "withholdings" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "identity_proofs_request" ON "identity_proofs" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "one_time_codes_address" ON "one_time_codes" USING btree ("address_index","created_at");--> statement-breakpoint
CREATE INDEX "one_time_codes_request" ON "one_time_codes" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "proven_attributes_request" ON "proven_attributes" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "subject_sessions_request" ON "subject_sessions" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "staff_accounts_user" ON "staff_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "staff_sessions_user" ON "staff_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "staff_two_factors_user" ON "staff_two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "staff_two_factors_secret" ON "staff_two_factors" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "staff_verifications_identifier" ON "staff_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "clock_events_request" ON "clock_events" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "filing_drafts_expiry" ON "filing_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "request_items_ordinal" ON "request_items" USING btree ("request_id","ordinal");--> statement-breakpoint
CREATE INDEX "request_items_steer" ON "request_items" USING btree ("steer_at");--> statement-breakpoint
CREATE INDEX "requests_email_index" ON "requests" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "requests_received" ON "requests" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "residence_records_request" ON "residence_records" USING btree ("request_id");