package io.sightings.ingest.ffmpeg;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * FFmpeg's question, asked while it waits, whether to go on waiting. JavaCPP has room for ten
 * callbacks of a kind in a process and hands out null beyond, with which FFmpeg would wait for
 * ever. So all readers share this one, and the pointer that FFmpeg passes back, which is a number
 * and never followed, tells whose question it is.
 */
final class FfmpegInterrupts extends AVIOInterruptCB.Callback_Pointer {
  private static final FfmpegInterrupts INSTANCE = new FfmpegInterrupts();
  private static final int GO_ON = 0;
  private static final int STOP = 1;

  private final transient Map<Long, ReadDeadline> deadlines = new ConcurrentHashMap<>();
  private final transient AtomicLong count = new AtomicLong();

  private FfmpegInterrupts() {
    super();
  }

  /**
   * Makes a deadline count for all that is done with a context. FFmpeg copies it into connections
   * while it opens them: it must be set before.
   *
   * @return what ends it when closed, after the context
   */
  static Registration set(AVFormatContext context, ReadDeadline deadline) {
    return INSTANCE.add(context, deadline);
  }

  private Registration add(AVFormatContext context, ReadDeadline deadline) {
    long id = count.incrementAndGet();
    deadlines.put(id, deadline);
    context.interrupt_callback().callback(this);
    try (Id pointer = new Id(id)) {
      context.interrupt_callback().opaque(pointer);
    }
    return () -> deadlines.remove(id);
  }

  /** An exception that left this method would pass through C code and end the process. */
  @Override
  public int call(Pointer id) {
    try {
      ReadDeadline deadline = deadlines.get(id.address());
      return deadline == null || deadline.ended() ? STOP : GO_ON;
    } catch (Throwable e) {
      // Nothing can be logged here safely: the stack may be full. FFmpeg's call fails instead.
      return STOP;
    }
  }

  /** Ends it. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Id extends Pointer {
    Id(long id) {
      super((Pointer) null);
      address = id;
    }
  }
}
