package io.sightings.job.work;

import java.time.Duration;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperator;
import org.apache.flink.streaming.api.operators.legacy.YieldingOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.streaming.util.retryable.AsyncRetryStrategies;

/**
 * Work beside the stream, in the stream's order, of which nothing is under way when a checkpoint is
 * taken: a checkpoint waits for it. That takes as long as one element, while Flink's own operator
 * would write all that is under way into every checkpoint, pictures of people among it; and at a
 * change of parallelism it would deal those out to all instances, where one frame of a source can
 * overtake another.
 */
public final class InOrder<I, O> extends AbstractStreamOperatorFactory<O>
    implements OneInputStreamOperatorFactory<I, O>, YieldingOperatorFactory<O> {
  private static final long serialVersionUID = 1L;

  private final AsyncFunction<I, O> function;
  private final Duration timeout;
  private final int capacity;

  /**
   * @param timeout after which an element is given up; no checkpoint waits for longer than that
   * @param capacity elements under way at once
   */
  public InOrder(AsyncFunction<I, O> function, Duration timeout, int capacity) {
    this.function = function;
    this.timeout = timeout;
    this.capacity = capacity;
    setChainingStrategy(ChainingStrategy.ALWAYS);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T extends StreamOperator<O>> T createStreamOperator(
      StreamOperatorParameters<O> parameters) {
    return (T) new Operator<>(this, parameters, processingTimeService, getMailboxExecutor());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return Operator.class;
  }

  private static final class Operator<I, O> extends AsyncWaitOperator<I, O> {
    private static final long serialVersionUID = 1L;

    Operator(
        InOrder<I, O> of,
        StreamOperatorParameters<O> parameters,
        ProcessingTimeService time,
        MailboxExecutor mailbox) {
      super(
          parameters,
          of.function,
          of.timeout.toMillis(),
          of.capacity,
          OutputMode.ORDERED,
          noRetries(),
          time,
          mailbox);
    }

    @SuppressWarnings("unchecked")
    private static <O> AsyncRetryStrategy<O> noRetries() {
      return (AsyncRetryStrategy<O>) AsyncRetryStrategies.NO_RETRY_STRATEGY;
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
      super.prepareSnapshotPreBarrier(checkpointId);
      // All that the end of the input does is to wait for what is under way.
      endInput();
    }
  }
}
