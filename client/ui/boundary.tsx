import { Component, type ReactNode } from "react";
import { FailureNote } from "./asked.tsx";
import { PartMissing, PartMissingNote } from "./part-missing.tsx";

interface BoundaryProps {
  readonly what: string;
  readonly children: ReactNode;
}

/** A part of the page that broke says so and offers another try; the rest of the page goes on. */
export class Boundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (error instanceof PartMissing) return <PartMissingNote what={this.props.what} part={error.part} />;
    return <FailureNote what={this.props.what} error={error} retry={() => this.setState({ error: null })} />;
  }
}
