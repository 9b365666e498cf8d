import { connect } from '#db/client.ts';

/** A customer in whose name a demo request is filed; invented like the whole database. */
export interface DemoCustomer {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

/** The customers whom tests and the tour call by name come first; demo requests leave them alone. */
const AFTER_PERSONAS = 'NW-000012';

/**
 * Picks customers of a country in the order of their accounts, each once.
 * @throws Error when the country has too few
 */
export async function customerPicker(
  readerUrl: string,
): Promise<(country: string, region?: string) => DemoCustomer> {
  const sql = connect(readerUrl, { max: 1, applicationName: 'habeas seed' });
  try {
    const rows = await sql<(DemoCustomer & { country: string; region: string | null })[]>`
      select account_id as "accountId", email, full_name as name, country, region from accounts
      where account_id > ${AFTER_PERSONAS} order by account_id limit 200`;
    const left = [...rows];
    return (country, region) => {
      const at = left.findIndex((row) => row.country === country && (!region || row.region === region));
      const [found] = at < 0 ? [] : left.splice(at, 1);
      if (!found) throw new Error(`accounts: no customer left in ${region ?? country}`);
      return found;
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
