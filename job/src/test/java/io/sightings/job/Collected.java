package io.sightings.job;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink whose content a test can read, because the job runs in the test's own JVM. */
public final class Collected<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  /** Sinks are serialised on their way into the job, so both ends meet here, by id. */
  private static final Map<UUID, Queue<Object>> ALL = new ConcurrentHashMap<>();

  private final UUID id = UUID.randomUUID();

  public Collected() {
    ALL.put(id, new ConcurrentLinkedQueue<>());
  }

  @SuppressWarnings("unchecked")
  public List<T> all() {
    return (List<T>) List.copyOf(ALL.get(id));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    Queue<Object> queue = ALL.get(id);
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context context) {
        queue.add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
