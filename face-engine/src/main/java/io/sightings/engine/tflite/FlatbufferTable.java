package io.sightings.engine.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One table of a flatbuffer (flatbuffers.dev/internals). Every offset is checked against the file's
 * bounds. A reader goes no deeper than the code that calls it, so that tables that point at
 * themselves do no harm.
 */
final class FlatbufferTable {
  private static final int VTABLE_HEADER = 4;

  private final ByteBuffer file;
  private final int at;

  private FlatbufferTable(ByteBuffer file, int at) {
    this.file = file;
    this.at = at;
  }

  /**
   * @throws IllegalArgumentException if the file is too short
   */
  static FlatbufferTable root(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    FlatbufferTable start = new FlatbufferTable(bytes, 0);
    return new FlatbufferTable(bytes, start.checked(start.integer(0), Integer.BYTES));
  }

  /** A 32-bit field; 0 where it is absent. */
  int number(int field) {
    int position = position(field);
    return position == 0 ? 0 : integer(position);
  }

  /** An 8-bit field; 0 where it is absent. */
  int octet(int field) {
    int position = position(field);
    return position == 0 ? 0 : file.get(checked(position, 1));
  }

  Optional<FlatbufferTable> table(int field) {
    int position = position(field);
    return position == 0
        ? Optional.empty()
        : Optional.of(new FlatbufferTable(file, deref(position)));
  }

  List<FlatbufferTable> tables(int field) {
    List<FlatbufferTable> tables = new ArrayList<>();
    int entries = vector(field, Integer.BYTES).limit() / Integer.BYTES;
    for (int i = 1; i <= entries; i++) {
      tables.add(new FlatbufferTable(file, deref(deref(position(field)) + i * Integer.BYTES)));
    }
    return tables;
  }

  int[] numbers(int field) {
    ByteBuffer vector = vector(field, Integer.BYTES);
    int[] numbers = new int[vector.limit() / Integer.BYTES];
    vector.asIntBuffer().get(numbers);
    return numbers;
  }

  /** A vector of bytes, not copied; empty where it is absent. */
  ByteBuffer bytes(int field) {
    return vector(field, 1);
  }

  private ByteBuffer vector(int field, int unit) {
    int position = position(field);
    if (position == 0) {
      return slice(0, 0);
    }
    int start = deref(position);
    int length = integer(start);
    if (length < 0 || length > file.limit() / unit) {
      throw broken(start);
    }
    return slice(checked(start + Integer.BYTES, length * unit), length * unit);
  }

  /** Where a field's content is; 0 where the table has no such field. */
  private int position(int field) {
    int vtable = at - integer(at);
    int size = file.getShort(checked(vtable, VTABLE_HEADER)) & 0xffff;
    int entry = VTABLE_HEADER + field * Short.BYTES;
    if (entry + Short.BYTES > size) {
      return 0;
    }
    int offset = file.getShort(checked(vtable + entry, Short.BYTES)) & 0xffff;
    return offset == 0 ? 0 : at + offset;
  }

  private int deref(int position) {
    return checked(position + integer(position), Integer.BYTES);
  }

  private int integer(int position) {
    return file.getInt(checked(position, Integer.BYTES));
  }

  private ByteBuffer slice(int start, int length) {
    return file.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private int checked(int position, int length) {
    if (position < 0 || length < 0 || position > file.limit() - length) {
      throw broken(position);
    }
    return position;
  }

  private static IllegalArgumentException broken(int position) {
    return new IllegalArgumentException(
        "it points outside of itself, at " + Integer.toUnsignedString(position));
  }
}
