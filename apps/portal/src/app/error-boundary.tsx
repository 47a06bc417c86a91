import { Component, type ReactNode } from 'react';
import { ErrorPage } from './error-page';

const requestIdOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'requestId' in error && typeof error.requestId === 'string'
    ? error.requestId
    : undefined;

/** Shows the error page instead of nothing when a page breaks. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown; isBroken: boolean }> {
  override state = { error: null as unknown, isBroken: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    // A fresh page also finds the files of a newer version, when an old one was the reason.
    return <ErrorPage requestId={requestIdOf(this.state.error)} onRetry={() => window.location.reload()} />;
  }
}
