/** A failure that people can do something about: the message is one sentence that says what. */
export class Failure extends Error {}
