// One function bundle in a process of its own, loaded once; the pool hands it one call at a time.
'use strict';

/** HubSpot sets the secrets after it loads a function's file; here they are there from the start. */
const { main } = require(process.argv[2]);
const secrets = { PRIVATE_APP_ACCESS_TOKEN: process.env.PRIVATE_APP_ACCESS_TOKEN };

process.on('message', (context) => {
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
