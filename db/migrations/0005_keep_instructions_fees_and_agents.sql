CREATE TABLE "agent_confirmations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"address_sealed" text,
	"address_index" text NOT NULL,
	"locale" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"confirmed" boolean,
	"answered_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "fee_announcements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"mechanism" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"citation" text NOT NULL,
	"notice_sealed" text NOT NULL,
	"confirm_by" date,
	"announced_by" text NOT NULL,
	"announced_at" timestamptz NOT NULL,
	"answer" text,
	"answered_at" timestamptz,
	"paid_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "instruction_activations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"died_on" date NOT NULL,
	"evidence" text NOT NULL,
	"claimant" text NOT NULL,
	"claimant_sealed" text NOT NULL,
	"reason_sealed" text NOT NULL,
	"activated_by" text NOT NULL,
	"activated_at" timestamptz NOT NULL,
	CONSTRAINT "instruction_activations_registrationId_unique" UNIQUE("registration_id")
);
--> statement-breakpoint
CREATE TABLE "instruction_registrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"submission_key" text NOT NULL,
	"locale" text NOT NULL,
	"country" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"name_sealed" text NOT NULL,
	"name_index" text NOT NULL,
	"email_sealed" text NOT NULL,
	"email_index" text NOT NULL,
	"account_sealed" text,
	"created_at" timestamptz NOT NULL,
	"proven_at" timestamptz,
	"revoked_at" timestamptz,
	CONSTRAINT "instruction_registrations_reference_unique" UNIQUE("reference"),
	CONSTRAINT "instruction_registrations_submissionKey_unique" UNIQUE("submission_key")
);
--> statement-breakpoint
CREATE TABLE "instruction_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"scope" text NOT NULL,
	"content_sealed" text NOT NULL,
	"consent_at" timestamptz,
	"recorded_at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD COLUMN "registration_id" uuid;--> statement-breakpoint
ALTER TABLE "request_items" ADD COLUMN "appeals_item_id" uuid;--> statement-breakpoint
ALTER TABLE "agent_confirmations" ADD CONSTRAINT "agent_confirmations_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_announcements" ADD CONSTRAINT "fee_announcements_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_announcements" ADD CONSTRAINT "fee_announcements_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_activations" ADD CONSTRAINT "instruction_activations_registration_id_instruction_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."instruction_registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_activations" ADD CONSTRAINT "instruction_activations_version_id_instruction_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."instruction_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_versions" ADD CONSTRAINT "instruction_versions_registration_id_instruction_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."instruction_registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_confirmations_request" ON "agent_confirmations" USING btree ("request_id","asked_at");--> statement-breakpoint
CREATE INDEX "fee_announcements_item" ON "fee_announcements" USING btree ("item_id","announced_at");--> statement-breakpoint
CREATE INDEX "instruction_registrations_email" ON "instruction_registrations" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "instruction_registrations_name" ON "instruction_registrations" USING btree ("name_index");--> statement-breakpoint
CREATE UNIQUE INDEX "instruction_versions_number" ON "instruction_versions" USING btree ("registration_id","version");--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_registration_id_instruction_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."instruction_registrations"("id") ON DELETE cascade ON UPDATE no action;