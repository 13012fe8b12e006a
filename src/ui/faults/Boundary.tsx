import { Component, type ErrorInfo, type ReactNode } from "react";
import { PartMissing } from "./later";

/** What was thrown while a part of the page was drawn. */
export interface Fault {
  error: unknown;
  /** The components that it was thrown in, the innermost first. */
  place: string;
  retry: () => void;
}

interface BoundaryProps {
  /** When one of these changes, what broke is tried again. */
  resetOn: readonly unknown[];
  /** What is shown in the place of what broke. */
  face: (fault: Fault) => ReactNode;
  children: ReactNode;
}

interface BoundaryState {
  thrown: { error: unknown } | null;
  place: string;
}

/** Catches what its children throw, so that nothing beside them is lost. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { thrown: null, place: "" };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { thrown: { error } };
  }

  override componentDidCatch(_: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ place: componentStack ?? "" });
  }

  override componentDidUpdate({ resetOn }: BoundaryProps, { thrown }: BoundaryState): void {
    if (thrown && thrown === this.state.thrown && resetOn.some((value, i) => value !== this.props.resetOn[i]))
      this.retry();
  }

  private readonly retry = () => {
    const { thrown } = this.state;
    if (thrown?.error instanceof PartMissing) thrown.error.forget();
    this.setState({ thrown: null, place: "" });
  };

  override render(): ReactNode {
    const { thrown, place } = this.state;
    return thrown ? this.props.face({ error: thrown.error, place, retry: this.retry }) : this.props.children;
  }
}
