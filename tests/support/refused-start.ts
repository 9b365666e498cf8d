import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { startProduct } from './product.ts';

/** Expects a start to be refused: one line on stderr, exit 1, and nothing made where the data would go. */
export async function expectRefusal(env: Record<string, string>, line: string | RegExp): Promise<void> {
  const product = startProduct(env);
  const { code } = await product.ended;
  const lines = product.errors().trim().split('\n');
  expect(lines, product.errors()).toHaveLength(1);
  expect(lines[0]).toMatch(line);
  expect(code).toBe(1);
  expect(product.output).toEqual([]);
  if (env.DATA_DIR) expect(existsSync(env.DATA_DIR)).toBe(false);
}
