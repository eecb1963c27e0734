<h1>{{HEADING}}</h1>
<div class="v-text v-flow v-gap-4">
{{#REASON}}<p>{{TEXT}}</p>{{/REASON}}
{{#NUMBERED}}<p class="v-meta">{{#_}}Number of this incident, for the one who looks into it:{{/_}} <span class="v-code">{{NUMBER}}</span></p>{{/NUMBERED}}
<p>{{#LINK}}<a href="{{ADDRESS}}">{{NAME}}</a>{{/LINK}}</p>
</div>
