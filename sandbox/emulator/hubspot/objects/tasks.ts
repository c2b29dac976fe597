import { USERS } from '../portals.ts';
import type { PropertyDefinition } from '../properties.ts';
import { CONTACT_TYPE, TASK_TYPE, type AssociationType, type StoredSchema } from './data.ts';

/** HubSpot's own tasks, kept as records of a custom object are. What they need beside is here (HubSpot's guide to the tasks API). */
export const TASKS: StoredSchema = {
  typeId: TASK_TYPE,
  name: 'task',
  labels: { singular: 'Task', plural: 'Tasks' },
  requiredProperties: ['hs_timestamp'],
  searchableProperties: [],
  secondaryDisplayProperties: [],
  allowsSensitiveProperties: false,
  createdAt: 0,
  updatedAt: 0,
};

/** How a task goes with a contact: 204, and 203 the other way (HubSpot's list of association type ids). */
export const TASK_TO_CONTACT: AssociationType = {
  id: 204,
  inverseId: 203,
  from: TASK_TYPE,
  to: CONTACT_TYPE,
  name: 'task_to_contact',
  at: 0,
};

/** Those that this product writes or reads; HubSpot has more. */
export const TASK_PROPERTIES: readonly PropertyDefinition[] = [
  property('hs_timestamp', 'Due date', 'datetime', 'date'),
  property('hs_task_subject', 'Task title', 'string', 'text'),
  property('hs_task_body', 'Notes', 'string', 'html'),
  property('hs_task_status', 'Task status', 'enumeration', 'select', [
    ...['COMPLETED', 'DEFERRED', 'IN_PROGRESS', 'NOT_STARTED', 'WAITING'],
  ]),
  property('hs_task_priority', 'Priority', 'enumeration', 'select', [
    'HIGH',
    'LOW',
    'MEDIUM',
    'NONE',
  ]),
  property('hs_task_type', 'Task type', 'enumeration', 'select', ['CALL', 'EMAIL', 'TODO']),
];

/** Whether an owner has this id; no page says so of tasks, but HubSpot refuses an owner it does not know. [guess: unknownOwner] */
export function isOwnerId(text: string): boolean {
  return USERS.some(({ id, owner }) => owner === 'active' && ownerIdOf(id) === text);
}

/** Owners are counted apart from users. */
export function ownerIdOf(userId: number): string {
  return String(9000 + userId);
}

function property(
  name: string,
  label: string,
  type: PropertyDefinition['type'],
  fieldType: string,
  options: readonly string[] = [],
): PropertyDefinition {
  return { name, label, type, fieldType, isReadOnly: false, options };
}
