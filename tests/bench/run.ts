/** `npm run bench`: our figures as ratios to bare limits of the same machine, in one run. It judges nothing. */
import { benchDeadlines } from './deadlines.ts';
import { benchFilings } from './filings.ts';
import { reportLine } from './measure.ts';
import { benchServer } from './server.ts';

const server = await benchServer();
try {
  console.log(reportLine(await benchDeadlines()));
  console.log(reportLine(await benchFilings(server)));
} finally {
  await server.close();
}
