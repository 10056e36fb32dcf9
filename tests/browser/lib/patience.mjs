// How long a test waits for an answer, in milliseconds. No promise is about time.

/** The limit is there for what hangs: whatever answers at all answers long before it, on a busy machine too. */
export const HANGS = 1_200_000;

/** For what never comes on a page that was broken on purpose: the longer a test waits there, the longer it takes. */
export const NEVER_COMES = 5_000;
