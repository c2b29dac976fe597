import * as React from 'react';

interface Props {
  readonly onFailed: (message: string) => void;
  readonly children?: React.ReactNode;
}

/** A card that throws while it draws itself is said to the page; React would leave it empty without a word. */
export class Boundary extends React.Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onFailed(error instanceof Error ? error.message : String(error));
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
