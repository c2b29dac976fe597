import { DOCUMENTED_TEXTS } from './assumptions.ts';
import { setStatus, type Change } from './consents.ts';
import { contactIn, setProperty, valueOf } from './contacts.ts';
import type { PortalData, State, StoredContact, StoredFlow } from './entities.ts';
import { setMarketing } from './marketing.ts';
import { isLegalBasis } from './legal-basis.ts';
import { optIn, staffOptIn } from './opt-ins.ts';
import { byWorkflow } from './sources.ts';

/** Three of HubSpot's actions by id, from copies of real workflows (hubspot/apis.md §5). */
const SET_PROPERTY = '0-5';
const SET_MARKETING_STATUS = '0-31';
const MANAGE_SUBSCRIPTIONS = '0-43347357';

interface Action {
  readonly actionId?: string;
  readonly actionTypeId?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly connection?: { readonly nextActionId?: string };
}

/** Carries out a workflow for one contact, if both are still there. An action that is not emulated does nothing. */
export function runFlow(data: PortalData, flowId: string, contactId: string, at: number): void {
  const flow = data.flows.find(({ id }) => id === flowId);
  const contact = contactIn(data, contactId);
  if (flow === undefined || contact === undefined || !flow.definition['isEnabled']) return;
  const actions = flow.definition['actions'] as readonly Action[];
  const seen = new Set<string>();
  let next = flow.definition['startActionId'] as string | undefined;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const action = actions.find(({ actionId }) => actionId === next);
    if (action === undefined) return;
    carryOut(data, contact, flow, action, at);
    next = action.connection?.nextActionId;
  }
}

function carryOut(
  data: PortalData,
  contact: StoredContact,
  flow: StoredFlow,
  { actionTypeId, fields = {} }: Action,
  at: number,
): void {
  const name = nameOf(flow);
  const source = byWorkflow(data, name, flow.id);
  switch (actionTypeId ?? '') {
    case SET_PROPERTY: {
      const { staticValue } = fields['value'] as { readonly staticValue?: unknown };
      setProperty(data, contact, String(fields['property_name']), String(staticValue), source, at);
      return;
    }
    case SET_MARKETING_STATUS:
      setMarketing(data, contact, {
        to: fields['marketableType'] === 'MARKETABLE' ? 'marketing' : 'non-marketing',
        by: 'WORKFLOW',
        name,
        at,
      });
      return;
    case MANAGE_SUBSCRIPTIONS: {
      const address = valueOf(contact, 'email') ?? '';
      const state: State = fields['optState'] === 'OPT_IN' ? 'SUBSCRIBED' : 'UNSUBSCRIBED';
      const { legalBasis, legalBasisExplanation: explanation } = fields;
      const change: Change = {
        source,
        by: 'workflow',
        text: data.assumptions.statusTexts.workflow,
        at,
        ...(isLegalBasis(legalBasis) ? { legalBasis } : {}),
        ...(typeof explanation === 'string' ? { explanation } : {}),
      };
      if (address === '') return;
      const typeId = String(fields['subscriptionId']);
      if (state === 'SUBSCRIBED') optIn(data, address, typeId, change, staffOptIn(data));
      else setStatus(data, address, typeId, state, change);
      return;
    }
  }
}

export function nameOf({ definition }: StoredFlow): string {
  return typeof definition['name'] === 'string' ? definition['name'] : DOCUMENTED_TEXTS.none;
}
