// One function bundle in a process of its own, loaded once; the pool hands it one call at a time.
'use strict';

/** The sandbox's date may have been moved; time goes on from there as it does everywhere. */
const RealDate = Date;
let ahead = 0;
const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, asked) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, asked),
  get: (target, name, asked) => (name === 'now' ? now : Reflect.get(target, name, asked)),
});

/** HubSpot sets the secrets after it loads a function's file; here they are there from the start. */
const { main } = require(process.argv[2]);
const secrets = { PRIVATE_APP_ACCESS_TOKEN: process.env.PRIVATE_APP_ACCESS_TOKEN };

process.on('message', ({ context, aheadMs }) => {
  ahead = aheadMs;
  Promise.resolve()
    .then(() => main({ ...context, secrets }))
    .then((response) => {
      // HubSpot sends JSON: `undefined` arrives as null.
      const text = JSON.stringify(response) ?? 'null';
      process.send({ ok: true, text });
    })
    .catch(() => {
      process.send({ ok: false });
    });
});
