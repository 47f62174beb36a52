import {
  DIGIT,
  IMAGE_LIST_CHAR,
  IMAGE_NUMBER_CHAR,
  LETTER,
  LOWER_HEX,
  RID_CHAR,
  UPPER_HEX,
  VISIBLE,
} from "./character-class.ts";
import {
  bytes,
  digits,
  either,
  integer,
  list,
  type Matcher,
  optional,
  port,
  repeated,
  run,
  sequence,
  token,
  visible,
} from "./matcher.ts";

const maybeVisible = run(VISIBLE, 0);

/** RFC 8839 §5.1, with the given class for the foundation; the value of an extension may be empty. */
export function candidate(iceChar: number): Matcher {
  return sequence(
    sequence(run(iceChar, 1, 32), " ", integer(1, 256), " ", token, " ", run(DIGIT, 1, 10), " ", visible, " ", port),
    sequence(" typ ", token, optional(" raddr ", visible), optional(" rport ", port)),
    repeated(" ", sequence(token, " ", maybeVisible)),
  );
}

/** RFC 8839 §5.2. */
export const remoteCandidates = list(" ", sequence(integer(1, 256), " ", visible, " ", port));

/** RFC 8122 §5, with the given class for the digits. */
export function fingerprint(hex: number): Matcher {
  return sequence(token, " ", list(":", run(hex, 2, 2)));
}

export const STRICT_HEX = DIGIT | UPPER_HEX;
export const TOLERATED_HEX = STRICT_HEX | LOWER_HEX;

const direction = either("sendrecv", "sendonly", "recvonly", "inactive");

/** RFC 8285 §8. */
export const extmap = sequence(run(DIGIT, 1, 5), optional("/", direction), " ", visible, optional(" ", bytes));

/** RFC 8830 §2, with the given class for both identifiers. */
export function msid(idChar: number): Matcher {
  const id = run(idChar, 1, 64);
  return sequence(id, optional(" ", id));
}

const ridId = run(RID_CHAR);

/** RFC 8851 §10. */
export const rid = sequence(ridId, " ", either("send", "recv"), optional(" ", bytes));

const ridList = list(";", list(",", either(sequence("~", ridId), ridId)));

/** RFC 8853 §5.1. */
export const simulcast = either(
  sequence("send ", ridList, optional(" recv ", ridList)),
  sequence("recv ", ridList, optional(" send ", ridList)),
);

/** RFC 8866 §6.6; the channels are its only parameter. */
export const rtpmap = sequence(digits, " ", token, "/", digits, optional("/", digits));

/** RFC 3605 §2.1. */
export const rtcp = sequence(port, optional(" ", sequence(token, " ", token, " ", visible)));

const ssrcId = integer(0, 0xffffffff);

/** RFC 5576 §4.1. */
export const ssrc = sequence(ssrcId, " ", token, optional(":", bytes));

/** RFC 5576 §4.2. */
export const ssrcGroup = sequence(token, repeated(" ", ssrcId));

const imageRange = either(sequence("[", run(IMAGE_LIST_CHAR), "]"), run(IMAGE_NUMBER_CHAR));
// A set without its opening bracket, by which it is told from the direction that may follow.
const imageSet = sequence(
  "x=",
  imageRange,
  ",y=",
  imageRange,
  repeated(",", sequence(run(LETTER), "=", imageRange)),
  "]",
);
const imageSets = either("*", sequence("[", imageSet, repeated(" [", imageSet)));

/** RFC 6236 §3.1.1. */
export const imageattr = sequence(
  either("*", digits),
  either(
    sequence(" send ", imageSets, optional(" recv ", imageSets)),
    sequence(" recv ", imageSets, optional(" send ", imageSets)),
  ),
);
