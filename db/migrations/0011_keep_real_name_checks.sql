CREATE TABLE "real_name_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"finding" text NOT NULL,
	"control" text NOT NULL,
	"shortfalls" jsonb NOT NULL,
	"source" text NOT NULL,
	"method" text,
	"authenticated_on" date,
	"proof_id" uuid,
	"checked_by" text NOT NULL,
	"checked_at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "real_name_checks" ADD CONSTRAINT "real_name_checks_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "real_name_checks" ADD CONSTRAINT "real_name_checks_proof_id_identity_proofs_id_fk" FOREIGN KEY ("proof_id") REFERENCES "public"."identity_proofs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "real_name_checks_request" ON "real_name_checks" USING btree ("request_id","checked_at");