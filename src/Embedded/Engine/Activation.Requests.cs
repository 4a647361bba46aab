using Orleans.Runtime;
using Orleans.Storage;

namespace Enforcement.Embedded;

internal sealed partial class Activation
{
    private WaitingLine _waiting;
    private Turn? _owed;
    private Turn? _blocking;
    private int _running;
    private Dictionary<Guid, int>? _sections;

    /// <summary>Requests that run or wait.</summary>
    public int Load => _running + _waiting.Count;

    public bool TryReceive(Call call) => TryReceive((Turn)call);

    public bool TryReceive(Turn turn)
    {
        lock (_ready)
        {
            switch (_stage)
            {
                case Stage.Ended:
                    return false;
                case Stage.New:
                    _stage = Stage.Beginning;
                    _stageSince = Environment.TickCount64;
                    Enqueue((Action)BeginActivation);
                    break;
            }

            Remember(turn);
            if (_stage == Stage.Valid && MayRun(turn))
            {
                Start(turn);
            }
            else
            {
                _waiting.Add(turn);
            }

            return true;
        }
    }

    public void EnterSection(Guid id)
    {
        lock (_ready)
        {
            _sections ??= [];
            _sections[id] = _sections.GetValueOrDefault(id) + 1;
        }
    }

    public void LeaveSection(Guid id)
    {
        lock (_ready)
        {
            if (_sections is not null && _sections.TryGetValue(id, out var count))
            {
                if (count == 1)
                {
                    _sections.Remove(id);
                }
                else
                {
                    _sections[id] = count - 1;
                }
            }
        }
    }

    /// <summary>Ends the waiting of those whose time is over.</summary>
    public void TimeOut(long sentBefore, Func<Turn, Exception> exception)
    {
        List<Turn>? late = null;
        lock (_ready)
        {
            for (var turn = _owed; turn is not null; turn = turn.Next)
            {
                if (turn.SentAt < sentBefore && !turn.IsLocalOnly && !turn.IsAbandoned)
                {
                    (late ??= []).Add(turn);
                }
            }
        }

        foreach (var turn in late ?? [])
        {
            Telemetry.TimedOut.Add(1);
            turn.Fail(exception(turn));
        }
    }

    private bool MayRun(Turn turn) =>
        _blocking is null
        || turn.IsAlwaysInterleave
        || Class.IsReentrant
        || (turn.IsReadOnly && _blocking.IsReadOnly)
        || (_sections is { Count: > 0 } && _sections.ContainsKey(turn.ReentrancyId));

    private void Start(Turn turn)
    {
        turn.MarkStarted();
        _running++;
        if (!turn.IsAlwaysInterleave)
        {
            _blocking ??= turn;
        }

        Enqueue(turn);
    }

    private void Begin(Turn turn)
    {
        if (turn.Context is { } context)
        {
            RequestContext.Values = context;
        }

        Task task;
        try
        {
            task = turn.Invoke(this);
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        if (task.IsCompleted)
        {
            Finish(turn, task);
        }
        else
        {
            _ = FinishLater(turn, task);
        }
    }

    private async Task FinishLater(Turn turn, Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Finish(turn, task);
    }

    private void Finish(Turn turn, Task task)
    {
        // A stale state is not repaired by trying again with it.
        if (task.Exception?.InnerException is InconsistentStateException { IsSourceActivation: true } stale)
        {
            stale.IsSourceActivation = false;
            Deactivate(new(DeactivationReasonCode.ApplicationError, stale, "The state of the grain was stale."));
        }

        Deliver(turn, task);
        if (Silo.Strict is { } strict && !turn.IsLocalOnly)
        {
            strict.Served(this);
        }

        lock (_ready)
        {
            _running--;
            if (_blocking == turn)
            {
                _blocking = null;
            }

            if (turn.KeepsAlive)
            {
                _lastUsed = Environment.TickCount64;
            }

            Forget(turn);
            if (_stage == Stage.Valid)
            {
                Pump();
            }
            else
            {
                EndWhenIdle();
            }
        }
    }

    private static void Deliver(Turn turn, Task task)
    {
        try
        {
            turn.Deliver(task);
        }
        catch (Exception exception)
        {
            // Whatever is wrong with the answer, the caller hears of it and the activation goes on.
            turn.Fail(exception);
        }
    }

    private void Pump()
    {
        while (_waiting.Next(_blocking) is { } turn)
        {
            if (turn.IsAbandoned)
            {
                Forget(turn);
            }
            else
            {
                Start(turn);
                if (Class.IsReentrant)
                {
                    _blocking = null;
                }
            }
        }
    }

    private void Remember(Turn turn)
    {
        turn.Next = _owed;
        if (_owed is not null)
        {
            _owed.Previous = turn;
        }

        _owed = turn;
    }

    private void Forget(Turn turn)
    {
        if (turn.Previous is { } previous)
        {
            previous.Next = turn.Next;
        }
        else if (_owed == turn)
        {
            _owed = turn.Next;
        }

        if (turn.Next is { } next)
        {
            next.Previous = turn.Previous;
        }

        turn.Next = null;
        turn.Previous = null;
    }
}
