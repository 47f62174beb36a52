import { append, edits, inSection, insertAfter, insertBefore, removeLine, swapWithNext } from "./given/edits.ts";
import { rows } from "./structure-case.ts";

/** RFC 8866 §5: the order of the lines, and how often each may stand. */
export const orderCases = rows("S2", [
  ["no v=", removeLine("v=0"), 1],
  ["v= twice", insertAfter("v=0", "v=0"), 2],
  ["no o=", removeLine("o=*"), 2],
  ["o= twice", insertAfter("o=*", "o=- 1 1 IN IP4 127.0.0.1"), 3],
  ["o= before v=", swapWithNext("v=0"), 1],
  ["no s=", removeLine("s=-"), 3],
  ["s= twice", insertAfter("s=-", "s=again"), 4],
  ["s= before o=", swapWithNext("o=*"), 2],
  ["no t=", removeLine("t=0 0"), 4, insertAfter("t=0 0", "t=0 0")],
  ["t= after the attributes", edits(removeLine("t=0 0"), append(-1, "t=0 0")), 4],
  ["i= twice", insertAfter("s=-", "i=one", "i=two"), "i=two", insertAfter("s=-", "i=one")],
  [
    "u= before i=",
    insertAfter("s=-", "u=https://example.com/", "i=x"),
    "i=x",
    insertAfter("s=-", "i=x", "u=https://example.com/"),
  ],
  ["u= twice", insertAfter("s=-", "u=https://example.com/", "u=https://example.org/"), "u=https://example.org/"],
  [
    "e= after p=",
    insertAfter("s=-", "p=+1 617", "e=a@b.example"),
    "e=a@b.example",
    insertAfter("s=-", "e=a@b.example", "e=c@d.example", "p=+1 617", "p=+1 618"),
  ],
  ["two session c=", insertAfter("s=-", "c=IN IP4 0.0.0.0", "c=IN IP4 192.0.2.1"), 5],
  [
    "b= before c= in the session",
    insertAfter("s=-", "b=AS:1", "c=IN IP4 192.0.2.1"),
    "c=IN IP4 192.0.2.1",
    insertAfter("s=-", "c=IN IP4 192.0.2.1", "b=AS:1", "b=CT:1"),
  ],
  ["b= after t=", insertAfter("t=0 0", "b=AS:1"), "b=AS:1"],
  [
    "r= before t=",
    insertBefore("t=0 0", "r=7d 1h 0 25h"),
    "r=7d 1h 0 25h",
    insertAfter("t=0 0", "r=7d 1h 0 25h", "r=8d 1h 0 25h"),
  ],
  [
    "z= before t=",
    insertBefore("t=0 0", "z=2882844526 -1h"),
    "z=2882844526 -1h",
    insertAfter("t=0 0", "z=2882844526 -1h"),
  ],
  ["k= before t=", insertBefore("t=0 0", "k=prompt"), "k=prompt", insertAfter("t=0 0", "k=prompt")],
  ["k= twice", insertAfter("t=0 0", "k=prompt", "k=clear:x"), "k=clear:x"],
  [
    "t= after k=",
    insertAfter("t=0 0", "k=prompt", "t=3034423619 0"),
    "t=3034423619 0",
    insertAfter("t=0 0", "r=7d 1h 0 25h", "t=3034423619 0"),
  ],
  ["k= after the attributes of the session", append(-1, "k=prompt"), "k=prompt"],
  ["t= in a section", inSection(1, insertAfter("c=*", "t=3034423619 0")), "t=3034423619 0"],
  ["s= in a section", inSection(1, insertAfter("c=*", "s=x")), "s=x"],
  ["v= in a section", append(2, "v=0"), { last: "v=0" }],
  ["o= in a section", append(0, "o=- 5 5 IN IP4 127.0.0.1"), "o=- 5 5 IN IP4 127.0.0.1"],
  ["u= in a section", inSection(1, insertAfter("c=*", "u=https://example.com/")), "u=https://example.com/"],
  ["e= in a section", inSection(1, insertAfter("c=*", "e=a@b.example")), "e=a@b.example"],
  ["r= in a section", inSection(1, insertAfter("c=*", "r=7d 1h 0 25h")), "r=7d 1h 0 25h"],
  [
    "i= twice in a section",
    inSection(1, insertAfter("m=video*", "i=a", "i=b")),
    "i=b",
    inSection(1, insertAfter("m=video*", "i=a")),
  ],
  [
    "k= twice in a section",
    inSection(1, insertAfter("c=*", "k=prompt", "k=clear:x")),
    "k=clear:x",
    inSection(1, insertAfter("c=*", "k=prompt")),
  ],
]);

/** RFC 8866 §5: the order of the lines inside one m= section. Their number is a matter of S2. */
export const sectionOrderCases = rows("S7", [
  ["i= after c= in a section", inSection(1, insertAfter("c=*", "i=a")), "i=a"],
  [
    "c= after b= in a section",
    inSection(1, insertAfter("c=*", "b=AS:1", "c=IN IP4 192.0.2.1")),
    "c=IN IP4 192.0.2.1",
    inSection(1, insertAfter("c=*", "c=IN IP4 192.0.2.1", "b=AS:1", "b=TIAS:1000")),
  ],
  ["c= after the attributes of a section", append(1, "c=IN IP4 192.0.2.1"), "c=IN IP4 192.0.2.1"],
  ["b= after the attributes of a section", append(1, "b=AS:1"), "b=AS:1"],
  ["b= after k= in a section", inSection(1, insertAfter("c=*", "k=prompt", "b=AS:1")), "b=AS:1"],
  ["i= after the attributes of a section", append(1, "i=a"), "i=a", inSection(1, insertAfter("m=video*", "i=a"))],
  [
    "b= between m= and c= in a section",
    inSection(1, insertAfter("m=video*", "b=AS:1")),
    25,
    inSection(1, insertAfter("c=*", "b=AS:1")),
  ],
  ["k= after the attributes of a section", append(2, "k=prompt"), { last: "k=prompt" }],
]);
