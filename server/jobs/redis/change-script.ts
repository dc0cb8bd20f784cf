/**
 * Changes a job in one step, as Redis runs a script: two workers that bring the same unit, or one that brings a unit of a
 * job just cancelled, leave it as one of them alone would have. Answers 1 where anything changed.
 *
 * KEYS: job, events, results, jobs that are not over. ARGV: id; `mark`, `advance` or `end`; position of the unit; its JSON,
 * its share, or the state of the end; `over` where the unit is; its result; the time; seconds to keep what is over.
 */
export const changeScript = `
local state = redis.call('HGET', KEYS[1], 'state')
if state ~= 'waiting' and state ~= 'running' then return 0 end
local total = tonumber(redis.call('HGET', KEYS[1], 'total'))

local function tell(position)
  local share = 0
  for unit = 0, total - 1 do
    if redis.call('HEXISTS', KEYS[1], 'over:' .. unit) == 0 then
      share = share + tonumber(redis.call('HGET', KEYS[1], 'share:' .. unit) or '0')
    end
  end
  local unit = ''
  if position ~= '' then unit = redis.call('HGET', KEYS[1], 'unit:' .. position) end
  local now = redis.call('HMGET', KEYS[1], 'state', 'done')
  redis.call('HSET', KEYS[1], 'share', tostring(share))
  redis.call('XADD', KEYS[2], '*', 'state', now[1], 'done', now[2], 'share', tostring(share), 'position', position, 'unit', unit)
end

local function finish(last)
  redis.call('HSET', KEYS[1], 'state', last, 'finishedAt', ARGV[7])
  redis.call('ZREM', KEYS[4], ARGV[1])
  tell('')
  for key = 1, 3 do redis.call('EXPIRE', KEYS[key], ARGV[8]) end
end

if ARGV[2] == 'end' then
  finish(ARGV[4])
else
  if redis.call('HEXISTS', KEYS[1], 'over:' .. ARGV[3]) == 1 then return 0 end
  if state == 'waiting' then
    redis.call('HSET', KEYS[1], 'state', 'running')
    tell('')
  end
  if ARGV[2] == 'advance' then
    redis.call('HSET', KEYS[1], 'share:' .. ARGV[3], ARGV[4])
    tell('')
  else
    redis.call('HSET', KEYS[1], 'unit:' .. ARGV[3], ARGV[4])
    if ARGV[5] == 'over' then
      redis.call('HSET', KEYS[1], 'over:' .. ARGV[3], '1')
      redis.call('HINCRBY', KEYS[1], 'done', 1)
      if ARGV[6] ~= '' then redis.call('HSET', KEYS[3], ARGV[3], ARGV[6]) end
    end
    tell(ARGV[3])
    if tonumber(redis.call('HGET', KEYS[1], 'done')) == total then finish('done') end
  end
end
redis.call('PUBLISH', 'gongsheng:changes', ARGV[1])
return 1
`;
