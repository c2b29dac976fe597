import type { Version } from '../entities.ts';

/**
 * A portal's custom objects and the properties it defined itself, as stored. Plain data, so that a state file
 * can hold it. Names that callers choose are kept behind `=` where they could be taken for a built-in name.
 */
export interface ObjectsData {
  readonly portalId: number;
  /** Ids are counted up, so that two runs are equal. */
  readonly last: { record: number; type: number; association: number };
  /** By type id. */
  readonly schemas: Record<string, StoredSchema>;
  readonly records: Record<string, RecordsOfType>;
  /** What the portal defined, by type id and name; contacts are `0-1`. */
  readonly properties: Record<string, Record<string, StoredProperty>>;
  readonly groups: Record<string, Record<string, StoredGroup>>;
  readonly associationTypes: AssociationType[];
  /** From `type/id` to the ids of each type it is associated with, and how. Kept in both directions. */
  readonly links: Record<string, Record<string, Record<string, readonly number[]>>>;
}

export interface StoredSchema {
  readonly typeId: string;
  readonly name: string;
  readonly labels: { readonly singular?: string; readonly plural?: string };
  readonly description?: string;
  readonly primaryDisplayProperty?: string;
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  readonly secondaryDisplayProperties: readonly string[];
  readonly allowsSensitiveProperties: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt?: number;
}

export interface StoredOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly description?: string;
}

export interface StoredProperty {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hasUniqueValue: boolean;
  readonly options: readonly StoredOption[];
  /** These four are kept and told, and have no effect here. */
  readonly calculationFormula?: string;
  readonly referencedObjectType?: string;
  readonly externalOptions: boolean;
  readonly showCurrencySymbol?: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt?: number;
}

export interface StoredGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

/** One way to associate two types. The first between two types is the one without a label. */
export interface AssociationType {
  readonly id: number;
  readonly inverseId: number;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly label?: string;
  readonly at: number;
}

export interface RecordsOfType {
  /** Ids in the order of their creation, which is their own order. */
  readonly ids: string[];
  readonly byId: Record<string, StoredRecord>;
  /** By unique property and `=value`: every record that ever had the value. */
  readonly holders: Record<string, Record<string, readonly string[]>>;
}

export interface StoredRecord {
  readonly id: string;
  readonly typeId: string;
  /** From each moment on: there, or archived. The first is its creation. */
  readonly life: { readonly at: number; readonly archived: boolean }[];
  /** Newest last. */
  readonly history: Record<string, Version[]>;
}

export const CONTACT_TYPE = '0-1';
export const TASK_TYPE = '0-27';

export function noObjects(portalId: number): ObjectsData {
  return {
    portalId,
    last: { record: 50_000, type: 0, association: 0 },
    schemas: {},
    records: {},
    properties: {},
    groups: {},
    associationTypes: [],
    links: {},
  };
}
