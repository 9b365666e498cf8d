/** Builds the pages if they are not fresh, as the start does; a step of `npm test`. */
import { buildWhenStale } from '#app/start/build.ts';

try {
  const built = await buildWhenStale(new AbortController().signal);
  process.stdout.write(built ? 'built\n' : 'fresh\n');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
