package io.sightings.ingest.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * Something that is being read, or was when an ingestor ended.
 *
 * @param key names it on disk
 * @param source id
 * @param what a file's name, or what stands for a stream; holds no credentials
 * @param live whether it is a stream
 * @param reader the process that reads it; empty where none does
 * @param established whether it has given frames for the probation since it was opened
 * @param deaths how often a process ended by it, as far as is known
 * @param retryAt when a stream that was left out may be tried again
 */
record ReadingEntry(
    String key,
    String source,
    String what,
    boolean live,
    String reader,
    boolean established,
    int deaths,
    Instant retryAt) {
  private static final int DIGITS = 16;

  /** Read for the first time, as far as is known. */
  static ReadingEntry of(String source, String what, boolean live) {
    return new ReadingEntry(
        key(source, what), source, live ? "its stream" : what, live, "", false, 0, Instant.EPOCH);
  }

  private static String key(String source, String what) {
    try {
      byte[] name = (source + "\0" + what).getBytes(UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Empty where the bytes are none of ours. */
  static Optional<ReadingEntry> of(String key, byte[] bytes) {
    Properties all = new Properties();
    try {
      all.load(new StringReader(new String(bytes, UTF_8)));
      return Optional.of(
          new ReadingEntry(
              key,
              all.getProperty("source", ""),
              all.getProperty("what", ""),
              Boolean.parseBoolean(all.getProperty("live")),
              all.getProperty("reader", ""),
              Boolean.parseBoolean(all.getProperty("established")),
              Integer.parseInt(all.getProperty("deaths", "")),
              Instant.parse(all.getProperty("retryAt", ""))));
    } catch (IOException | IllegalArgumentException | DateTimeException torn) {
      return Optional.empty();
    }
  }

  byte[] bytes() {
    Properties all = new Properties();
    all.setProperty("source", source);
    all.setProperty("what", what);
    all.setProperty("live", Boolean.toString(live));
    all.setProperty("reader", reader);
    all.setProperty("established", Boolean.toString(established));
    all.setProperty("deaths", Integer.toString(deaths));
    all.setProperty("retryAt", retryAt.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      all.store(out, null);
    } catch (IOException e) {
      throw new IllegalStateException("an array takes what is written", e);
    }
    // Properties are Latin-1 with escapes, and so UTF-8 as well.
    return new String(out.toByteArray(), StandardCharsets.ISO_8859_1).getBytes(UTF_8);
  }

  boolean isOpen() {
    return !reader.isEmpty();
  }

  boolean isSuspect() {
    return deaths > 0;
  }

  /** Whether it was opened lately, as far as it has given frames. */
  boolean isEarly() {
    return !established;
  }

  ReadingEntry openedBy(String process) {
    return new ReadingEntry(key, source, what, live, process, false, deaths, retryAt);
  }

  ReadingEntry closed() {
    return new ReadingEntry(key, source, what, live, "", false, deaths, retryAt);
  }

  ReadingEntry asEstablished() {
    return new ReadingEntry(key, source, what, live, reader, true, deaths, retryAt);
  }

  /**
   * A process ended by it.
   *
   * @param times so often by now
   */
  ReadingEntry died(int times, Instant nextTry) {
    return new ReadingEntry(key, source, what, live, "", false, times, nextTry);
  }
}
