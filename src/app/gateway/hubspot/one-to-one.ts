interface Definition {
  readonly name: string;
  readonly purpose?: string | null | undefined;
  readonly communicationMethod?: string | null | undefined;
  readonly subscriptionTranslations?: readonly { readonly name: string }[] | null | undefined;
}

/** HubSpot's default types are named "One to One" and "1対1" (Japanese); separators differ between accounts. */
const ONE_TO_ONE = /\b(one|1)[\s_-]*(to|:)[\s_-]*(one|1)\b|1\s*対\s*1/i;

/**
 * Whether an internal type is the one that one-to-one mail belongs to. HubSpot's definition has no field for it
 * (OpenAPI file communication preferences 2026-09); its free texts are read instead.
 */
export function isNamedOneToOne(found: Definition): boolean {
  const { name, purpose, communicationMethod, subscriptionTranslations } = found;
  const texts = [
    name,
    purpose,
    communicationMethod,
    ...(subscriptionTranslations ?? []).map((one) => one.name),
  ];
  return texts.some((text) => ONE_TO_ONE.test((text ?? '').normalize('NFKC')));
}
