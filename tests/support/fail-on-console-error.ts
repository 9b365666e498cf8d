import { afterEach, beforeEach, expect, vi } from 'vitest';

/** An unexpected complaint fails the test; a test that expects one spies on console.error itself. */
let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    complaints.push(args);
  });
});

afterEach(() => {
  const seen = complaints;
  vi.restoreAllMocks();
  expect(seen, 'unexpected console.error').toEqual([]);
});
