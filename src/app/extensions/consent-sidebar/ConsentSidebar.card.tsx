import * as React from 'react';
import { hubspot, Text } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.sidebar'>(() => <Text>Consent</Text>);
