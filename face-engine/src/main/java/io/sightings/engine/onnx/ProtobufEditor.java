package io.sightings.engine.onnx;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Edits an encoded protobuf message field by field (protobuf.dev/programming-guides/encoding),
 * copying every other field. Enough for changing an ONNX file's input without carrying ONNX's
 * generated classes.
 */
final class ProtobufEditor {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  /** Edits one embedded message or string. */
  interface Edit {
    /** The new content of a length-delimited field; null leaves the field out. */
    byte[] apply(int field, byte[] content);
  }

  private final byte[] message;
  private int at;

  private ProtobufEditor(byte[] message) {
    this.message = message;
  }

  /** An edit of every occurrence of one field; other fields stay. */
  static Edit field(int number, UnaryOperator<byte[]> edit) {
    return (field, content) -> field == number ? edit.apply(content) : content;
  }

  /**
   * @throws IllegalArgumentException if this is no protobuf message
   */
  static byte[] edited(byte[] message, Edit edit) {
    return new ProtobufEditor(message).edited(edit);
  }

  /** The value of a number field; 0, as protobuf has it, where the field is absent. */
  static long number(byte[] message, int field) {
    ProtobufEditor reader = new ProtobufEditor(message);
    long value = 0;
    while (reader.at < message.length) {
      long tag = reader.readVarint();
      int wireType = (int) (tag & 7);
      if (tag >>> 3 == field && wireType == VARINT) {
        value = reader.readVarint();
      } else {
        reader.skip(wireType);
      }
    }
    return value;
  }

  /** A message of one string field. */
  static byte[] string(int field, byte[] content) {
    return new ProtobufWriter().bytes(field, content).toBytes();
  }

  private byte[] edited(Edit edit) {
    ProtobufWriter out = new ProtobufWriter();
    while (at < message.length) {
      int start = at;
      long tag = readVarint();
      if ((int) (tag & 7) == LENGTH_DELIMITED) {
        byte[] content = edit.apply((int) (tag >>> 3), take(readVarint()));
        if (content != null) {
          out.bytes((int) (tag >>> 3), content);
        }
      } else {
        skip((int) (tag & 7));
        out.encoded(Arrays.copyOfRange(message, start, at));
      }
    }
    return out.toBytes();
  }

  private void skip(int wireType) {
    switch (wireType) {
      case VARINT -> readVarint();
      case FIXED_64 -> take(8);
      case LENGTH_DELIMITED -> take(readVarint());
      case FIXED_32 -> take(4);
      default ->
          throw new IllegalArgumentException(
              "Wire type " + wireType + " at byte " + at + " is no protobuf.");
    }
  }

  private byte[] take(long length) {
    if (length < 0 || length > message.length - at) {
      throw new IllegalArgumentException(
          "A protobuf field of "
              + length
              + " bytes at byte "
              + at
              + " reaches beyond the message.");
    }
    at += (int) length;
    return Arrays.copyOfRange(message, at - (int) length, at);
  }

  private long readVarint() {
    long value = 0;
    for (int shift = 0; shift < 64 && at < message.length; shift += 7) {
      byte next = message[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("A protobuf number at byte " + at + " does not end.");
  }
}
