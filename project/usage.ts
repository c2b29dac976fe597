/** The command line or something that it names is at fault; the message says what to do. */
export class Usage extends Error {}
