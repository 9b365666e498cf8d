import type { ReactNode } from 'react';
import { type SubjectText, textFor } from '#app/domain/data-map/data-map.ts';
import type { PolicyReliedOn } from '#app/domain/rules/service-policy.ts';
import { useLocale, useText } from '#app/i18n/react.tsx';

/** Which service a request is about, and whose word counts for it. */
export interface AboutService {
  /** Null: not sure, or all of them. */
  readonly service: {
    readonly name: SubjectText;
    readonly policyUrl: string | null;
    readonly contactEmail: string | null;
    readonly contactAddress: string | null;
  } | null;
  readonly policy: PolicyReliedOn;
}

interface Row {
  readonly key: string;
  readonly term: string;
  readonly value: ReactNode;
}

/** Writes the service and the privacy policy as rows of a list of facts; none where nobody asked. */
export function useServiceRows(): (about: AboutService | null) => Row[] {
  const legal = useText('legal');
  const locale = useLocale();
  return (about) => {
    if (!about) return [];
    const { service, policy } = about;
    const words = legal(`service.${policy}`);
    return [
      {
        key: 'service',
        term: legal('service.term'),
        value: service ? <bdi>{textFor(service.name, locale)}</bdi> : legal('service.any'),
      },
      {
        key: 'policy',
        term: legal('service.policy'),
        value: service?.policyUrl ? (
          <a href={service.policyUrl} rel="noreferrer">
            {words}
          </a>
        ) : (
          words
        ),
      },
    ];
  };
}

/** The same with the privacy officer for the service, where it has one of its own. */
export function useServiceFacts(): (about: AboutService | null) => Row[] {
  const legal = useText('legal');
  const rows = useServiceRows();
  return (about) => {
    const { contactEmail = null, contactAddress = null } = about?.service ?? {};
    if (!contactEmail) return rows(about);
    const value = (
      <>
        <a href={`mailto:${contactEmail}`} dir="ltr" className="break-all">
          {contactEmail}
        </a>
        {contactAddress && <bdi className="block whitespace-pre-line">{contactAddress}</bdi>}
      </>
    );
    return [...rows(about), { key: 'officer', term: legal('service.officer'), value }];
  };
}
