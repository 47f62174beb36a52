import type { DeclaredClass, Member } from "./dom-members.ts";

/** What a class of the fake has at run time, in the words of the declarations. */
export function classAtRunTime(Class: new (...values: never[]) => object): DeclaredClass {
  return {
    members: membersOf(Class.prototype, ["constructor"]),
    statics: membersOf(Class, ["prototype", "length", "name"]),
    constructorRequires: isConstructible(Class) ? Class.length : null,
  };
}

function membersOf(object: object, left: readonly string[]): readonly Member[] {
  const properties = Object.entries(Object.getOwnPropertyDescriptors(object)) as [string, PropertyDescriptor][];
  return properties
    .filter(([name]) => !left.includes(name))
    .map(([name, { value, set }]) => {
      if (typeof value === "function") return { name, kind: "method", required: value.length };
      return { name, kind: set === undefined ? "readonly" : "writable", required: 0 };
    });
}

function isConstructible(Class: new (...values: never[]) => object): boolean {
  try {
    new Class();
    return true;
  } catch (error) {
    return !/^Illegal constructor/.test((error as Error).message);
  }
}
