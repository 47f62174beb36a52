import { type KeyActions, keyAction } from "./keys.tsx";

/** What the page does with what happens anywhere in it. */
export interface PageActions {
  readonly steps: KeyActions;
  readonly open: (files: readonly File[]) => void;
  readonly preset: (index: number) => void;
}

/** Listens for keys and dropped files. Gives the end of it. */
export function listenTo({ steps, open, preset }: PageActions): () => void {
  const press = (event: KeyboardEvent) => {
    const act = keyAction(event, steps, preset);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) open(files);
  };
  const listeners = { keydown: press, dragover: over, drop } as const;
  for (const [type, listener] of Object.entries(listeners)) addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) removeEventListener(type, listener as EventListener);
  };
}
