/** `npm run bench`: our figures as ratios to bare limits of the same machine, in one run. It judges nothing. */
import { benchDeadlines } from './deadlines.ts';
import { benchFilings } from './filings.ts';
import { reportLine } from './measure.ts';
import { benchPackage } from './package.ts';
import { benchPages } from './pages.ts';
import { benchServer } from './server.ts';

const server = await benchServer();
try {
  console.log(reportLine(await benchDeadlines()));
  console.log(reportLine(await benchFilings(server)));
  console.log(reportLine(await benchPages(server)));
  for (const one of await benchPackage(server)) console.log(reportLine(one));
} finally {
  await server.close();
}
