// One function bundle in a process of its own, loaded once; the pool hands it one call at a time.
'use strict';

/** HubSpot sets the secrets after it loads a function's file; here they are there from the start. */
const { main } = require(process.argv[2]);

process.on('message', ({ id, context }) => {
  Promise.resolve()
    .then(() => main(context))
    .then((response) => {
      // HubSpot sends JSON: `undefined` arrives as null.
      const text = JSON.stringify(response) ?? 'null';
      process.send({ id, ok: true, text });
    })
    .catch(() => {
      process.send({ id, ok: false });
    });
});
process.send({ ready: true });
