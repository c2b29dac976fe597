import * as React from 'react';
import { useState } from 'react';
import type { Listing, NotPlayable, StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import { Choice } from './fields.tsx';
import { PartField } from './PartField.tsx';
import { firstValues, partsOf, type Part, type PartId, type Role, type Values } from './parts.ts';
import type { Asking } from './use-stage.ts';
import { playWords } from './words/index.ts';

/** One role: what it may do, the fields of that, and the button. */
export function RoleForm(props: {
  readonly role: Role;
  readonly portalId: number;
  readonly contactId: string;
  readonly hasAddress: boolean;
  readonly listing: Listing;
  readonly view: StageView;
  readonly language: Language;
  readonly ask: Asking['ask'];
}) {
  const { role, portalId, contactId, hasAddress, listing, view, language, ask } = props;
  const words = playWords[language];
  const parts = partsOf(role);
  const [partId, setPartId] = useState<PartId | undefined>(parts[0]?.[0]);
  const [filledIn, setFilledIn] = useState<Values>(() => ({
    ...firstValues(role, contactId),
    formId: listing.forms.find(({ hasBoxes }) => hasBoxes)?.id ?? '',
    interestFormId: listing.forms.find(({ hasBoxes }) => !hasBoxes)?.id ?? '',
    edition: view.settings.edition,
    onOff: view.settings.privacySettings === 'on' ? 'off' : 'on',
  }));
  const part = parts.find(([id]) => id === partId)?.[1];
  if (partId === undefined || part === undefined) return null;

  const form = part.fields.includes('formId')
    ? listing.forms.find(({ id }) => id === filledIn.formId)
    : undefined;
  const portal = listing.portals.find(({ id }) => id === portalId);
  const values = form === undefined ? filledIn : fitting(filledIn, form.typeIds);
  const why = hindrance(part, role, hasAddress, view);
  const change = (changed: Partial<Values>) => {
    setFilledIn((before) => ({ ...before, ...changed }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask('/api/act', {
          portalId,
          act: part.act(values, contactId),
          ...(part.fields.includes('when') && values.when === 'now' ? { inMs: 0 } : {}),
        });
      }}
    >
      {parts.length === 1 ? null : (
        <Choice
          label={words.what}
          value={partId}
          options={parts.map(([id]) => [id, words.part[id]] as const)}
          onChange={setPartId}
        />
      )}
      {part.fields.map((name) => (
        <PartField
          key={name}
          name={name}
          values={values}
          listing={listing}
          language={language}
          typeIds={form?.typeIds ?? portal?.typeIds ?? []}
          onChange={change}
        />
      ))}
      {why === undefined ? null : <p className="play-why">{words.notPlayable[why]}</p>}
      <button type="submit" disabled={why !== undefined}>
        {words.play}
      </button>
    </form>
  );
}

/** The server would refuse it; here it is said beforehand. */
function hindrance(
  part: Part,
  role: Role,
  hasAddress: boolean,
  { has }: StageView,
): NotPlayable | undefined {
  const isAboutMarketing = part.fields.includes('marketing');
  const needsAddress =
    part.fields.length === 0 || part.fields.some((field) => CONSENT.includes(field));
  if (role !== 'portal' && needsAddress && !hasAddress && !part.fields.includes('address')) {
    return 'no-address';
  }
  if (part.needs === 'workflows' && !has.workflows) return 'no-workflows';
  return isAboutMarketing && !has.marketingContacts ? 'no-marketing-contacts' : undefined;
}

const CONSENT: readonly (keyof Values)[] = ['typeId', 'interestFormId', 'bounce', 'userId'];

/** A type that the chosen form has no box for gives way to one it has. */
function fitting(values: Values, typeIds: readonly string[]): Values {
  const [first] = typeIds;
  return first === undefined || typeIds.includes(values.typeId)
    ? values
    : { ...values, typeId: first };
}
