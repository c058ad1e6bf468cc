package io.sightings.job;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/**
 * Plays two streams with text keys to an operator in an environment of ours, which Flink's own
 * harness for two inputs does not take.
 */
public final class PairHarness<A, B, T> extends AbstractStreamOperatorTestHarness<T> {
  private final TwoInputStreamOperator<A, B, T> pair;

  public PairHarness(
      TwoInputStreamOperator<A, B, T> operator,
      KeySelector<A, String> keyOfFirst,
      KeySelector<B, String> keyOfSecond,
      MockEnvironment environment)
      throws Exception {
    super(SimpleOperatorFactory.of(operator), environment);
    pair = operator;
    config.setStatePartitioner(0, keyOfFirst);
    config.setStatePartitioner(1, keyOfSecond);
    config.setStateKeySerializer(
        Types.STRING.createSerializer(executionConfig.getSerializerConfig()));
    config.serializeAllConfigs();
  }

  public void processFirst(A element) throws Exception {
    StreamRecord<A> record = new StreamRecord<>(element, 0);
    pair.setKeyContextElement1(record);
    pair.processElement1(record);
  }

  public void processSecond(B element) throws Exception {
    StreamRecord<B> record = new StreamRecord<>(element, 0);
    pair.setKeyContextElement2(record);
    pair.processElement2(record);
  }
}
