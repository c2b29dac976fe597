import type {
  AutoGridProps,
  BoxProps,
  FlexProps,
  InlineProps,
  SpacerProps,
} from '@hubspot/ui-extensions';
import * as React from 'react';

const GAP: Readonly<Record<string, number>> = {
  flush: 0,
  'extra-small': 4,
  xs: 4,
  small: 8,
  sm: 8,
  medium: 16,
  md: 16,
  large: 24,
  lg: 24,
  'extra-large': 32,
  xl: 32,
};
const JUSTIFY = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  between: 'space-between',
  around: 'space-around',
};
const ALIGN = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  baseline: 'baseline',
  stretch: 'stretch',
};

/** Look-alikes of HubSpot's components: what the SDK's props carry, and no semantics beyond that. */
export function Flex(props: FlexProps) {
  const style: React.CSSProperties = {
    display: 'flex',
    minWidth: 0,
    flexDirection: props.direction ?? 'row',
    gap: GAP[props.gap ?? 'flush'],
    ...(props.justify === undefined ? {} : { justifyContent: JUSTIFY[props.justify] }),
    ...(props.align === undefined ? {} : { alignItems: ALIGN[props.align] }),
    ...(props.wrap ? { flexWrap: 'wrap' } : {}),
  };
  return (
    <div style={style} data-test-id={props.testId}>
      {props.children}
    </div>
  );
}

export function Box(props: BoxProps) {
  return (
    <div style={{ flex: props.flex, minWidth: 0 }} data-test-id={props.testId}>
      {props.children}
    </div>
  );
}

/** A row that wraps. */
export function Inline(props: InlineProps) {
  return <Flex {...props} direction="row" wrap />;
}

export function AutoGrid(props: AutoGridProps) {
  const width = `min(${String(props.columnWidth)}px, 100%)`;
  const fill = props.flexible ? 'auto-fit' : 'auto-fill';
  return (
    <div
      style={{
        display: 'grid',
        gap: GAP[props.gap ?? 'flush'],
        gridTemplateColumns: `repeat(${fill}, minmax(${width}, ${props.flexible ? '1fr' : width}))`,
      }}
      data-test-id={props.testId}
    >
      {props.children}
    </div>
  );
}

export function Spacer(props: SpacerProps) {
  return <div style={{ height: GAP[props.size ?? 'md'] }} />;
}

export function Divider() {
  return <hr className="hs-divider" />;
}
