import type { ComponentChildren } from "preact";

/** What happened last, in words: read out where a screen reader is used. */
export function Now({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <section class="now" tabIndex={-1} aria-live="polite" aria-label="What happened">
      <p class="what">{title}</p>
      {children}
    </section>
  );
}
