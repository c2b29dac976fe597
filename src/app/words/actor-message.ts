/** The ways to say who made a change: what is known of them decides which one is said. */
export type ActorMessage =
  | 'contact'
  | 'contact-email'
  | 'contact-form'
  /** `{name}` */
  | 'contact-named-form'
  | 'contact-preferences'
  | 'contact-meeting'
  | 'contact-membership'
  | 'staff'
  /** `{name}` */
  | 'named-staff'
  /** `{id}` */
  | 'staff-id'
  | 'workflow'
  | 'named-workflow'
  | 'import'
  | 'named-import'
  | 'integration'
  | 'named-integration'
  | 'integration-id'
  | 'this-card'
  | 'hubspot'
  | 'someone';
