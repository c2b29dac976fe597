import { retain } from '@remote-ui/rpc';
import type { Alerts, CardAlert } from './alerts.tsx';
import type { CardContext } from './context.ts';
import { readProperties } from './open-contact.ts';
import type { Overlays } from './overlays.ts';
import type { RecordChanges } from './record-changes.ts';

type Names = readonly string[] | '*';
type Properties = Readonly<Record<string, string>>;

interface PageParts {
  readonly context: CardContext;
  readonly changes: RecordChanges;
  readonly alerts: Alerts;
  readonly overlays: Overlays;
}

/** `actions` of a card on a record, as the SDK types them; `stop` ends what the card listens to. */
export function actionsOf({ context, changes, alerts, overlays }: PageParts) {
  const stops: (() => void)[] = [];
  const read = async (names: Names): Promise<Properties> => {
    const all = await readProperties(context.portal.id, String(context.crm.objectId));
    return names === '*'
      ? all
      : Object.fromEntries(names.flatMap((name) => (name in all ? [[name, all[name] ?? '']] : [])));
  };
  const actions = {
    addAlert: (alert: CardAlert) => {
      alerts.add(alert);
    },
    refreshObjectProperties: () => {
      changes.announce();
    },
    reloadPage: () => {
      window.location.reload();
    },
    fetchCrmObjectProperties: read,
    onCrmPropertiesUpdate: (
      names: Names,
      callback: (properties: Properties, error?: { readonly message: string }) => void,
    ) => {
      retain(callback);
      const tell = () =>
        void read(names).then(callback, () => {
          callback({}, { message: 'the record could not be read' });
        });
      stops.push(changes.listen(tell));
    },
    copyTextToClipboard: (text: string) => navigator.clipboard.writeText(text),
    closeOverlay: (id: string) => {
      overlays.close(id);
    },
    openIframeModal: ({ uri }: { readonly uri: string }) => {
      alerts.add({ type: 'danger', message: `permittedUrls.iframe does not name ${uri}` });
    },
  };
  return {
    actions,
    read,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
