/** The ways to say who made a change: what is known of them decides which one is said. */
export type ActorMessage =
  | 'contact'
  | 'contact-email'
  | 'contact-mail-program'
  | 'contact-form'
  /** `{name}` */
  | 'contact-named-form'
  /** Whether the contact ticked a box is not known. */
  | 'form-submitted'
  /** `{name}` */
  | 'named-form-submitted'
  /** The form's settings opted the contact in, under legitimate interest. */
  | 'form-setting'
  /** `{name}` */
  | 'named-form-setting'
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
  | 'someone'
  /** HubSpot's own text for the source, which is not understood: `{name}` */
  | 'someone-reported';
