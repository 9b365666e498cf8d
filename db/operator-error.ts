/**
 * A failure that the operator can mend. The message is one complete line for the terminal (what came, where, what
 * was expected); entries print it alone, without a stack, and exit with 1. It never holds a secret.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
