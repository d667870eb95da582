import { Component, type ReactNode } from 'react';
import { ProblemAlert } from '@/ui/problem-alert';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly error: unknown;
}

/** A panel that breaks, or whose code cannot be fetched over a bad line, leaves the rest of the page working. */
export class PanelFault extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    // A module that could not be fetched stays broken for this page's life: only a new page asks for it again.
    return <ProblemAlert error={this.state.error} onRetry={() => location.reload()} />;
  }
}
