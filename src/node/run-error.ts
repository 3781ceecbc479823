/** A run that can't begin as things stand. The message says what to do. */
export class RunError extends Error {}
